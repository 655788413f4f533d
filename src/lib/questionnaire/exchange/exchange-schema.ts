import * as v from 'valibot';
import { draftContentSchema } from '../draft-schema.ts';

/** What the first member of every file of ours says. */
export const exchangeFormat = 'lyhord-questionnaire';

/** Rises when files of the new form could not be read by the old rules. */
export const exchangeVersion = 1;

const { source, languages, title, intro, questions, background, review } = draftContentSchema.entries;

/**
 * A questionnaire as a file: what its writers have written, in the order of the members. What only concerns the draft
 * that it came from (questions taken away, findings let pass) stays there.
 */
export const exchangeSchema = v.strictObject({
	format: v.literal(exchangeFormat),
	version: v.literal(exchangeVersion),
	...{ source, languages, title, intro, questions, background, review }
});

export type ExchangeDocument = v.InferOutput<typeof exchangeSchema>;

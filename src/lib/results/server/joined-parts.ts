import type { Kysely } from 'kysely';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { emptyHistogram, sumHistograms, type Histogram } from '../../sealing/histogram.ts';
import type { Database } from '../../server/db/database.ts';
import { selectParts, selectPublished, selectSealed } from './results-store.ts';

/** What meetings have added to a question of a dialogue. */
export interface JoinedPart {
	/** Sealed sheets, published or not. */
	sheets: number;
	/** What is published of them. */
	histogram: Histogram;
}

/**
 * The sealed answers that were given in meetings to questions of a dialogue, by the question's key. A part asks one
 * question and no background, so that nothing of it can be split.
 */
export async function readJoinedParts(
	db: Kysely<Database>,
	dialogueId: string
): Promise<Map<string, JoinedPart>> {
	const joined = new Map<string, JoinedPart>();
	for (const part of await selectParts(db, dialogueId)) {
		const { questions } = await readQuestionnaire({ db }, part);
		const key = questions[0]!.key;
		const known = joined.get(key) ?? { sheets: 0, histogram: emptyHistogram() };
		const published = await selectPublished(db, part.id);
		const sealed = await selectSealed(db, part.id);
		joined.set(key, {
			sheets: known.sheets + sealed.reduce((sum, { sheets }) => sum + sheets, 0),
			histogram: published.reduce((sum, { histogram }) => sumHistograms(sum, histogram), known.histogram)
		});
	}
	return joined;
}

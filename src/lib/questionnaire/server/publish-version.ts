import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { checkVersions } from '../check-versions.ts';
import { checkDefinition } from '../definition.ts';
import type { QuestionnaireDefinition } from '../question.ts';
import {
	insertQuestionnaire,
	insertVersion,
	lockQuestionnaire,
	placeExists,
	selectVersions,
	updateTitle
} from './questionnaire-store.ts';

export interface PublishInput {
	placeCode: string;
	/** Checked here, whatever it is typed as. */
	definition: QuestionnaireDefinition;
	/** A new version of this questionnaire; a new questionnaire when left out. */
	questionnaireId?: string;
}

export interface PublishedVersion {
	questionnaireId: string;
	/** 1 for the first. */
	version: number;
}

/** What publishing inside a transaction depends on besides it. */
export type Publishing = Pick<Context, 'now' | 'random' | 'actor' | 'vault'>;

/** The id of the place's own questionnaire, locked; a new one when the input names none. */
async function ownQuestionnaire(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'random'>,
	input: PublishInput
): Promise<string> {
	const { placeCode, definition, questionnaireId } = input;
	if (questionnaireId !== undefined) {
		if (!(await lockQuestionnaire(trx, { id: questionnaireId, placeCode }))) throw new AppError('not-found');
		return questionnaireId;
	}
	if (!(await placeExists(trx, placeCode))) throw new AppError('not-found');
	const id = randomId(ctx.random);
	await insertQuestionnaire(trx, { id, placeCode, title: definition.title.sv });
	return id;
}

/**
 * The same as `publishVersion` inside the transaction of a command that has asked whether it is allowed. It writes to
 * the log, so it comes last.
 */
export async function publishVersionIn(
	trx: Transaction<Database>,
	ctx: Publishing,
	input: PublishInput
): Promise<Outcome<PublishedVersion>> {
	const checked = checkDefinition(input.definition);
	if (!checked.ok) return checked;
	const definition = checked.value;
	const id = await ownQuestionnaire(trx, ctx, input);
	const earlier = await selectVersions(trx, id);
	const problems = checkVersions(
		definition,
		earlier.map((stored) => stored.definition)
	);
	if (problems.length > 0) return { ok: false, problems };
	const version = (earlier[0]?.version ?? 0) + 1;
	await insertVersion(trx, id, { version, definition });
	await updateTitle(trx, id, definition.title.sv);
	await recordEvent(trx, ctx, {
		action: 'questionnaire.published',
		placeCode: input.placeCode,
		subject: `questionnaire:${id}`,
		after: { title: definition.title.sv, version }
	});
	return { ok: true, value: { questionnaireId: id, version } };
}

/**
 * Publishes a questionnaire, or the next version of one, for ever. What a person can mend comes back as problems:
 * rules of the definition, and questions whose scale changed without a higher version.
 * @throws AppError `not-found` without permission, for an unknown place, or a questionnaire that is not the place's own.
 */
export async function publishVersion(ctx: Context, input: PublishInput): Promise<Outcome<PublishedVersion>> {
	await requirePermission(ctx, 'questionnaire.edit', input.placeCode);
	return ctx.db.transaction().execute((trx) => publishVersionIn(trx, ctx, input));
}

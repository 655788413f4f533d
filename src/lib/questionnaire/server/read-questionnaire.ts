import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { QuestionnaireDefinition } from '../question.ts';
import { selectDefinition } from './questionnaire-store.ts';

const mostKept = 500;
const kept = new WeakMap<Context['db'], Map<string, QuestionnaireDefinition>>();

function versionsKeptFor(db: Context['db']): Map<string, QuestionnaireDefinition> {
	const found = kept.get(db) ?? new Map<string, QuestionnaireDefinition>();
	kept.set(db, found);
	return found;
}

/** Everybody gets the same object, so nobody may change it. */
function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
	return Object.freeze(value);
}

/**
 * One published version. It never changes, so it is read from the database once and kept in memory; the object is
 * shared and frozen.
 * @throws AppError `not-found` when there is no such version.
 */
export async function readQuestionnaire(
	ctx: Pick<Context, 'db'>,
	{ questionnaireId, version }: { questionnaireId: string; version: number }
): Promise<QuestionnaireDefinition> {
	const versions = versionsKeptFor(ctx.db);
	const key = `${questionnaireId} ${version}`;
	const known = versions.get(key);
	if (known) return known;
	const definition = await selectDefinition(ctx.db, questionnaireId, version);
	if (!definition) throw new AppError('not-found');
	const oldest = versions.size >= mostKept ? versions.keys().next().value : undefined;
	if (oldest !== undefined) versions.delete(oldest);
	versions.set(key, frozen(definition));
	return definition;
}

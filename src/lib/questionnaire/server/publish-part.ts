import type { Transaction } from 'kysely';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { randomId } from '#lib/server/random.ts';
import { checkDefinition } from '../definition.ts';
import type { QuestionnaireDefinition } from '../question.ts';
import { RefusedDefinitionError } from './publish-questionnaire.ts';
import type { PublishedVersion } from './publish-version.ts';
import { insertQuestionnaire, insertVersion } from './questionnaire-store.ts';

interface Input {
	placeCode: string;
	definition: QuestionnaireDefinition;
}

/**
 * Publishes what a part of a meeting asks, inside the transaction of a command that has asked whether it is allowed and
 * writes its own line in the log. It never changes either, but no list shows it.
 * @throws RefusedDefinitionError when the definition is not sound
 */
export async function publishPartIn(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'random'>,
	{ placeCode, definition }: Input
): Promise<PublishedVersion> {
	const checked = checkDefinition(definition);
	if (!checked.ok) throw new RefusedDefinitionError(checked.problems);
	const questionnaireId = randomId(ctx.random);
	await insertQuestionnaire(trx, {
		id: questionnaireId,
		placeCode,
		title: checked.value.title.sv,
		listed: false
	});
	await insertVersion(trx, questionnaireId, { version: 1, definition: checked.value });
	return { questionnaireId, version: 1 };
}

import type { Dialogue } from '../../dialogues/dialogue.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import type { Context } from '../../server/context.ts';
import { parseFilter, type ResultFilter } from '../filter.ts';

/** The filter of a query string, for the background questions that the dialogue asks; see `parseFilter`. */
export async function readFilter(
	ctx: Context,
	{ dialogue, params }: { dialogue: Dialogue; params: URLSearchParams }
): Promise<ResultFilter> {
	const { questionnaireId, version } = dialogue;
	const definition = await readQuestionnaire(ctx, { questionnaireId, version });
	return parseFilter(params, definition.background);
}

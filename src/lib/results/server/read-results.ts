import type { Dialogue } from '../../dialogues/dialogue.ts';
import { publicState } from '../../dialogues/public-state.ts';
import type { Language } from '../../i18n/languages.ts';
import type { QuestionnaireDefinition } from '../../questionnaire/question.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { emptyHistogram, sumHistograms } from '../../sealing/histogram.ts';
import { isInside, overlaps, type Label } from '../../sealing/label.ts';
import type { Context } from '../../server/context.ts';
import type { ResultFilter } from '../filter.ts';
import type { PublicResult, Result } from '../public-result.ts';
import { tallyQuestion } from '../tally.ts';
import { readPublishedState, type PublishedState } from './published-state.ts';

export interface ResultRequest {
	dialogue: Dialogue;
	/** From `parseFilter`; `{}` for everything. */
	filter: ResultFilter;
	language: Language;
}

/** The part of the filter that the numbers rest on: an option without answers says as little as an unknown one. */
function restingOn(
	filter: ResultFilter,
	dimensions: readonly string[],
	inside: readonly Label[]
): ResultFilter {
	const entries = Object.entries(filter).map(([dimension, options]) => {
		const position = dimensions.indexOf(dimension);
		return [dimension, options.filter((option) => inside.some((label) => label[position] === option))];
	});
	return Object.fromEntries(entries) as ResultFilter;
}

function resultOf(
	{ dialogue, filter, language }: ResultRequest,
	definition: QuestionnaireDefinition,
	state: PublishedState
): Result {
	const dimensions = definition.background.map(({ key }) => key);
	const inside = state.sealed.filter(({ label }) => isInside(label, dimensions, filter));
	const outside = state.sealed.filter(({ label }) => overlaps(label, dimensions, filter));
	const sum = (parts: PublishedState['sealed']) => parts.reduce((total, { sheets }) => total + sheets, 0);
	const n = sum(inside) || null;
	const published = state.published.filter(({ label }) => isInside(label, dimensions, filter));
	const histogramOf = (key: string) =>
		published
			.filter(({ questionKey }) => questionKey === key)
			.reduce((total, { histogram }) => sumHistograms(total, histogram), emptyHistogram());
	return {
		dialogue: dialogue.code,
		seq: state.seq,
		state: publicState(dialogue.state),
		n,
		...(n === null ? { hidden: true as const } : {}),
		questions: definition.questions.map((question) =>
			tallyQuestion(question, { sheets: n, histogram: histogramOf(question.key) }, language)
		),
		filter:
			n === null
				? {}
				: restingOn(
						filter,
						dimensions,
						inside.map(({ label }) => label)
					),
		notSplit: n === null ? 0 : sum(outside)
	};
}

/**
 * The one gate between sealed answers and everything that anybody sees: sums of whole published blocks inside
 * the filter, from the counters of the latest release. Costs as many additions as there are labels, whatever
 * the number of answers. A filter that is hidden, empty or unknown gives the same bytes.
 */
export async function readResults(ctx: Context, request: ResultRequest): Promise<PublicResult> {
	const { questionnaireId, version } = request.dialogue;
	const definition = await readQuestionnaire(ctx, { questionnaireId, version });
	const state = await readPublishedState(ctx.db, request.dialogue.id);
	return resultOf(request, definition, state) as PublicResult;
}

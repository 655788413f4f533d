import type { Dialogue } from '../../dialogues/dialogue.ts';
import { publicState } from '../../dialogues/public-state.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Question, QuestionnaireDefinition } from '../../questionnaire/question.ts';
import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { emptyHistogram, sumHistograms } from '../../sealing/histogram.ts';
import { isInside, overlaps, type Label } from '../../sealing/label.ts';
import type { Context } from '../../server/context.ts';
import type { ResultFilter } from '../filter.ts';
import type { PublicResult, Result } from '../public-result.ts';
import { tallyJoined, tallyBeside } from '../tally-joined.ts';
import { tallyQuestion } from '../tally.ts';
import { readPublishedState, readStateAt, type PublishedState } from './published-state.ts';

export interface ResultRequest {
	dialogue: Dialogue;
	/** From `parseFilter`; `{}` for everything. */
	filter: ResultFilter;
	language: Language;
	/** The numbers as they were at this release, without what meetings have added; the latest when left out. */
	seq?: number;
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
	const whole = Object.keys(filter).length === 0;
	const tally = (question: Question) => {
		const own = { sheets: n, histogram: histogramOf(question.key) };
		const joined = state.joined.get(question.key);
		if (!joined || joined.sheets === 0) return tallyQuestion(question, own, language);
		const both = { own, joined };
		return (whole ? tallyJoined : tallyBeside)(question, both, language);
	};
	return {
		dialogue: dialogue.code,
		seq: state.seq,
		state: publicState(dialogue.state),
		n,
		...(n === null ? { hidden: true as const } : {}),
		questions: definition.questions.map(tally),
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
 * the number of answers. What was answered in meetings to the same question is added to that question, sums of whole
 * published blocks as well. A filter that is hidden, empty or unknown gives the same bytes.
 */
export async function readResults(ctx: Context, request: ResultRequest): Promise<PublicResult> {
	const { questionnaireId, version } = request.dialogue;
	const definition = await readQuestionnaire(ctx, { questionnaireId, version });
	const { dialogue, seq } = request;
	const state =
		seq === undefined
			? await readPublishedState(ctx.db, dialogue.id)
			: await readStateAt(ctx.db, dialogue.id, seq);
	return resultOf(request, definition, state) as PublicResult;
}

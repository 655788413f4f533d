import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { formatDecimal } from '#lib/format/number.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { filterOptions } from '#lib/results/filter.ts';
import { findingQuestion } from '#lib/results/finding.ts';
import type { PublicResult, ResultQuestion } from '#lib/results/public-result.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import type { Context } from '#lib/server/context.ts';
import type { DraftedDialogue } from '../draft-texts.ts';
import { gradeOf, lowestPart } from '../lowest-part.ts';
import { selectionOf } from '../selection.ts';
import { freezeResult, type Taken } from './freeze-result.ts';

/** How many of a question's options are told on their own, and how many questions a draft shows. */
const mostOptions = 2;
const mostQuestions = 8;
/** The options that become problems. */
const mostProblems = 3;

/** What a dialogue gives to a draft: evidence in the order it is told, and what it names as problems. */
export interface DialogueDraft {
	about: DraftedDialogue;
	taken: Taken[];
	/** What came first of what people want something done about. */
	named: string[];
	/** How the dialogue shows a problem that it or another one names; undefined when it did not ask about it. */
	show: (name: string) => Promise<Taken | undefined>;
}

interface Asked {
	dialogue: Dialogue;
	definition: QuestionnaireDefinition;
	result: PublicResult;
}

/** The question whose options are what people want something done about. */
const leading = ({ result, definition }: Asked): ResultQuestion | undefined =>
	findingQuestion(result) ??
	result.questions.find(
		({ kind, key }) =>
			kind === 'choice' &&
			definition.questions.some((question) => question.key === key && question.options.length > 4)
	);

const foremost = ({ options }: ResultQuestion, most: number) =>
	options
		.filter(({ count, apart, share }) => !apart && count && share !== null)
		.sort((a, b) => b.count! - a.count!)
		.slice(0, most);

/** The part of the place whose people grade a scale lowest, by released answers. */
async function takeLowest(ctx: Context, asked: Asked, questionKey: string): Promise<Taken | undefined> {
	const { dialogue, definition } = asked;
	const districts = definition.background.find(({ key }) => key === 'district');
	if (!districts) return undefined;
	const parts = await Promise.all(
		filterOptions(districts).map(async ({ key, text }) => {
			const result = await readResults(ctx, { dialogue, filter: { district: [key] }, language: 'sv' });
			const question = result.questions.find((one) => one.key === questionKey);
			return { key, text: inLanguage(text, 'sv'), grade: question ? gradeOf(question) : null };
		})
	);
	const lowest = lowestPart(parts);
	const steps = definition.questions
		.find(({ key }) => key === questionKey)!
		.options.filter(({ apart }) => !apart);
	if (!lowest) return undefined;
	const figure = `${formatDecimal(Math.round(lowest.grade * 10) / 10, 'sv')} av ${steps.length}`;
	const taken = await freezeResult(ctx, {
		...{ kind: 'result', dialogueCode: dialogue.code, questionKey, optionKey: null },
		...{ filter: { district: [lowest.key] }, statement: `Lägst trygghetsbetyg: ${lowest.text}, ${figure}` }
	});
	return taken && { ...taken, figure };
}

/** Takes a question, or one of its options, of a dialogue with this code. */
const taking = (ctx: Context, dialogueCode: string) => (questionKey: string, optionKey: string | null) =>
	freezeResult(ctx, {
		...{ kind: 'result', dialogueCode, questionKey, optionKey, filter: {}, statement: null }
	});

async function takeQuestion(ctx: Context, asked: Asked, question: ResultQuestion): Promise<Taken[]> {
	const take = taking(ctx, asked.dialogue.code);
	const options = question === leading(asked) ? foremost(question, mostOptions) : [];
	const taken = [
		...(await Promise.all(options.map(({ key }) => take(question.key, key)))),
		await take(question.key, null),
		question.kind === 'scale' ? await takeLowest(ctx, asked, question.key) : undefined
	];
	return taken.filter((one) => one !== undefined);
}

/** Reads a dialogue's released results the way a draft tells them: what came first, then the rest in their order. */
export async function draftDialogue(ctx: Context, dialogue: Dialogue): Promise<DialogueDraft> {
	const definition = await readQuestionnaire(ctx, dialogue);
	const result = await readResults(ctx, { dialogue, filter: {}, language: 'sv' });
	const asked = { dialogue, definition, result };
	const first = leading(asked);
	const told = result.questions.filter(({ kind, n }) => kind !== 'text' && n !== null);
	const order = [...told.filter((one) => one === first), ...told.filter((one) => one !== first)];
	const taken: Taken[] = [];
	for (const question of order.slice(0, mostQuestions))
		taken.push(...(await takeQuestion(ctx, asked, question)));
	const show = async (name: string): Promise<Taken | undefined> => {
		const key = first?.options.find(({ text, apart }) => text === name && !apart)?.key;
		if (!first || key === undefined) return undefined;
		const same = taken.find(({ about }) => about?.questionKey === first.key && about.optionKey === key);
		return same ?? taking(ctx, dialogue.code)(first.key, key);
	};
	const { title, kind, opensOn, lastDay } = dialogueView(dialogue, 'sv');
	const questions = result.questions.map(({ text }) => text);
	return {
		about: { title, kind, opensOn, lastDay, n: result.n, selection: selectionOf(dialogue), questions },
		taken,
		named: first ? foremost(first, mostProblems).map(({ text }) => text) : [],
		show
	};
}

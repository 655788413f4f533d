import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage, sourceLanguage, type Texts } from '#lib/i18n/languages.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { scaleChanged } from '#lib/questionnaire/compare-versions.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import type { Context } from '#lib/server/context.ts';
import type { AnswerOption } from '#lib/situation/evidence.ts';
import { readEvidenceOf } from '#lib/situation/server/read-evidence.ts';
import { rowsOf, type Asked, type BeforeAfter } from '../before-after.ts';
import { askedKey } from '../follow-up-questions.ts';
import type { Pledge } from '../pledge.ts';

/** What people think of how a pledge was kept. */
export interface Judged {
	question: string;
	/** The language that the question is shown in. */
	language: string;
	asked: Asked;
	options: { key: string; text: string; share: number | null }[];
}

interface Found {
	asked: Asked;
	question: Question;
	result: ResultQuestion;
}

/** The language that a text is shown in to a reader. */
const languageOf = (texts: Texts, { language }: Pick<Context, 'language'>): string =>
	texts[language] ? language : sourceLanguage;

/** A question of a dialogue with its published numbers, through the one gate; undefined when it was not asked. */
async function find(ctx: Context, dialogue: Dialogue, key: string): Promise<Found | undefined> {
	const definition = await readQuestionnaire(ctx, dialogue);
	const question = definition.questions.find((one) => one.key === key);
	if (!question) return undefined;
	const results = await readResults(ctx, { dialogue, filter: {}, language: ctx.language });
	const result = results.questions.find((one) => one.key === key)!;
	const { slug } = await readPlace(ctx, dialogue.placeCode);
	const href = `/${slug ?? ''}/dialog/${dialogue.slug}/resultat`;
	const title = inLanguage(dialogue.title, ctx.language);
	const asked = { title, language: languageOf(dialogue.title, ctx), href, n: result.n };
	return { question, result, asked };
}

async function compare(ctx: Context, about: AnswerOption, later: Dialogue[]): Promise<BeforeAfter[]> {
	const earlier = await readDialogueByCode(ctx, about.dialogueCode);
	const before = await find(ctx, earlier, about.questionKey);
	for (const dialogue of later) {
		if (dialogue.id === earlier.id || !before) continue;
		const after = await find(ctx, dialogue, about.questionKey);
		if (!after || after.result.n === null) continue;
		return [
			{
				question: before.result.text,
				language: languageOf(before.question.text, ctx),
				comparable: !scaleChanged(before.question, after.question),
				before: before.asked,
				after: after.asked,
				rows: rowsOf(before.result, after.result)
			}
		];
	}
	return [];
}

async function judge(ctx: Context, pledge: Pledge, later: Dialogue[]): Promise<Judged[]> {
	const judged: Judged[] = [];
	for (const name of ['kept', 'effect'])
		for (const dialogue of later) {
			const found = await find(ctx, dialogue, `pledge_${name}_${askedKey(pledge)}`);
			if (!found || found.result.n === null) continue;
			const options = found.result.options.filter(({ apart }) => !apart);
			judged.push({
				question: found.result.text,
				language: languageOf(found.question.text, ctx),
				asked: found.asked,
				options: options.map(({ key, text, share }) => ({ key, text, share }))
			});
			break;
		}
	return judged;
}

/**
 * What a published pledge led to as people see it: the original questions before and after, from the latest dialogue
 * that asked them again after it was published, and what people think of how it was kept. Published numbers only.
 */
export async function readBeforeAfter(
	ctx: Context,
	pledge: Pledge
): Promise<{ comparisons: BeforeAfter[]; judged: Judged[] }> {
	const { placeCode, publishedOn, evidenceIds } = pledge;
	const all = await listDialogues(ctx, { placeCode, states: ['open', 'closing', 'closed'] });
	const later = all
		.filter(({ opensAt }) => publishedOn !== null && dayOf(opensAt) > publishedOn)
		.sort((a, b) => b.opensAt.getTime() - a.opensAt.getTime());
	if (later.length === 0) return { comparisons: [], judged: [] };
	const evidence = await readEvidenceOf(ctx, evidenceIds);
	const asked = new Map(
		evidence.flatMap(({ about }) => (about ? [[about.questionKey, about] as const] : []))
	);
	const comparisons = await Promise.all([...asked.values()].map((about) => compare(ctx, about, later)));
	return { comparisons: comparisons.flat(), judged: await judge(ctx, pledge, later) };
}

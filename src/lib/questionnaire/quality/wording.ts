import type { DraftContent } from '../draft.ts';
import { questionsForAll } from '../estimate.ts';
import { lix, lixOf, wordsIn } from '../lix.ts';
import type { Question } from '../question.ts';
import { toPart, toQuestion, type Finding } from './finding.ts';
import { leadingWords } from './leading.ts';
import { secondQuestion } from './two-in-one.ts';

/** What a tired person reads without effort. */
export const hardestLix = 30;
/** A few words say little about readability: one long word among nine is eleven more. */
const shortText = 20;
const hardestShortLix = 45;
/** More questions than this, asked of everybody, and people give up. */
export const mostQuestions = 8;

const isHard = (text: string): boolean =>
	lix(text) > (wordsIn(text) < shortText ? hardestShortLix : hardestLix);

/** In their own words people can answer two things, so a text is not held to ask one. */
const secondIn = ({ kind, text }: Question): string | undefined =>
	kind === 'text' ? undefined : secondQuestion(text.sv);

function wordsOfQuestion(question: Question, number: number): Finding[] {
	const { key, text, help } = question;
	const read = [text.sv, help?.sv ?? ''].join('\n');
	const about = { at: `questions.${key}.text`, question: key, mends: [toQuestion(key)] };
	const findings: Finding[] = [];
	const part = secondIn(question);
	if (part !== undefined)
		findings.push({ ...about, code: 'two-in-one', severity: 'block', values: { number, part } });
	const words = leadingWords(read);
	if (words !== undefined)
		findings.push({ ...about, code: 'leading-words', severity: 'warn', values: { number, words } });
	if (isHard(read))
		findings.push({ ...about, code: 'hard-text', severity: 'warn', values: { number, lix: lix(read) } });
	return findings;
}

const runningText = ({ title, intro, questions }: DraftContent): string =>
	[title, intro, ...questions.flatMap(({ text, help }) => [text, help])]
		.map((texts) => texts?.sv ?? '')
		.join('\n');

function wordsOfAll(content: DraftContent): Finding[] {
	const findings: Finding[] = [];
	const count = questionsForAll(content);
	const about = { severity: 'warn' as const, mends: [toPart('list')] };
	if (count > mostQuestions)
		findings.push({
			...about,
			code: 'many-questions',
			at: 'questions',
			values: { count, most: mostQuestions }
		});
	if (isHard(runningText(content)))
		findings.push({
			...about,
			code: 'hard-questionnaire',
			at: 'questions',
			values: { lix: lixOf(content, 'sv'), most: hardestLix }
		});
	const intro = content.intro?.sv ?? '';
	if (isHard(intro))
		findings.push({
			...about,
			code: 'hard-text',
			at: 'intro',
			values: { number: 0, lix: lix(intro) },
			mends: [toPart('about')]
		});
	return findings;
}

/** What is wrong with the Swedish words: two questions in one, words that lead, hard to read, too much to read. */
export const wordingFaults = (content: DraftContent): Finding[] => [
	...wordsOfAll(content),
	...content.questions.flatMap((question, index) => wordsOfQuestion(question, index + 1))
];

import type { Problem } from '#lib/server/problem.ts';
import { checkDefinition } from '../definition.ts';
import { definitionOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import type { Question } from '../question.ts';
import { rewriteTexts } from '../rewrite-texts.ts';
import {
	blockCodes,
	toPart,
	toQuestion,
	type BlockCode,
	type Finding,
	type Mend,
	type MendName
} from './finding.ts';

const mostDimensions = 3;

/** Rules that have findings of their own, which say more. */
const toldElsewhere = (content: DraftContent, { at, code }: Problem): boolean =>
	(code === 'too-few-options' && at.startsWith('questions.')) ||
	(content.questions.length === 0 && at === 'questions');

function mendQuestion(question: Question, code: string): Mend[] {
	const { showIf: _condition, ...unconditional } = question;
	const { max: _max, ...unlimited } = question;
	const { unanimityShown: _shown, ...quiet } = question;
	const mend = (name: MendName, next: Question): Mend[] => [
		{ kind: 'change', name, change: { kind: 'question', key: question.key, base: question, next } }
	];
	if (code.startsWith('condition-')) return mend('drop-condition', unconditional);
	if (code === 'max-out-of-range') return mend('drop-limit', unlimited);
	return code === 'sensitive-unanimity' ? mend('hide-unanimity', quiet) : [];
}

function mendBackground(content: DraftContent, { at, code }: Problem): Mend[] {
	const { background } = content;
	const index = Number(/^background\.(\d+)/.exec(at)?.[1] ?? -1);
	const firstOf = (key: string) => background.findIndex((one) => one.key === key);
	const kept = {
		'too-many-dimensions': background.slice(0, mostDimensions),
		'duplicate-dimension': background.filter(({ key }, place) => firstOf(key) === place),
		'too-few-options': background.filter((_, place) => place !== index)
	}[code];
	if (!kept) return [];
	return [
		{ kind: 'change', name: 'drop-background', change: { kind: 'background', base: background, next: kept } }
	];
}

/** The place named by keys, which stay when something before it is taken away. */
const byKey = ({ questions, background }: DraftContent, at: string): string =>
	at
		.replace(/^questions\.(\d+)/, (_, index) => `questions.${questions[Number(index)]?.key ?? index}`)
		.replace(/^background\.(\d+)/, (_, index) => `background.${background[Number(index)]?.key ?? index}`);

function findingOf(content: DraftContent, problem: Problem): Finding {
	const { at, code } = problem;
	const index = /^questions\.(\d+)/.exec(at)?.[1];
	const question = index === undefined ? undefined : content.questions[Number(index)];
	const known = (blockCodes as readonly string[]).includes(code);
	const place = byKey(content, at);
	const found = {
		code: known ? (code as BlockCode) : ('broken-form' as const),
		severity: 'block' as const,
		at: known ? place : `${place} ${code}`,
		values: { number: question ? Number(index) + 1 : 0, rule: code }
	};
	if (question)
		return {
			...found,
			question: question.key,
			mends: [...mendQuestion(question, code), toQuestion(question.key)]
		};
	const part = toPart(at.startsWith('background') ? 'background' : 'about');
	return { ...found, mends: [...mendBackground(content, problem), part] };
}

/**
 * Everything that publishing would refuse, so that opening never fails on it. Swedish texts that are still empty are
 * taken as written: they are found elsewhere, and must not hide what else is wrong.
 */
export function refusalFaults(content: DraftContent): Finding[] {
	const written = rewriteTexts(content, (_, texts) =>
		texts && texts.sv.trim() === '' ? { ...texts, sv: '–' } : texts
	);
	const checked = checkDefinition(definitionOf(written));
	if (checked.ok) return [];
	const seen = new Set<string>();
	return checked.problems
		.filter((problem) => !toldElsewhere(content, problem))
		.map((problem) => findingOf(content, problem))
		.filter(({ at, code }) => !seen.has(`${code} ${at}`) && seen.add(`${code} ${at}`));
}

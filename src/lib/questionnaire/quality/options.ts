import type { Texts } from '#lib/i18n/languages.ts';
import { dontKnow } from '../bank/notation.ts';
import type { DraftContent } from '../draft.ts';
import { freeKey } from '../keys.ts';
import type { Option, Question } from '../question.ts';
import { toQuestion, type Finding, type Mend, type MendName } from './finding.ts';

/** More than this is not read on a phone. */
export const mostOptions = 7;

/** "Don't know" in the languages that questionnaires are offered to be translated into. */
const dontKnowTexts: Record<string, string> = {
	...dontKnow.text,
	'sv-x-lattlast': 'Vet inte',
	fi: 'En tiedä',
	ar: 'لا أعرف',
	so: 'Ma garanayo',
	fa: 'نمی‌دانم',
	uk: 'Не знаю',
	ti: 'ኣይፈልጥን',
	pl: 'Nie wiem'
};

const saysDontKnow =
	/^(?:jag )?(?:vet (?:inte|ej)|kan (?:inte|ej) (?:svara|bedöma)(?: på det)?|ingen (?:åsikt|uppfattning)|vill (?:inte|ej) svara|osäker)\.?$/i;

const countsAsOption = ({ apart, exclusive }: Option): boolean => !apart && !exclusive;

const change = (name: MendName, base: Question, next: Question): Mend => ({
	kind: 'change',
	name,
	change: { kind: 'question', key: base.key, base, next }
});

type Found = Pick<Finding, 'code' | 'values' | 'mends'>;

function tooMany(question: Question): Found[] {
	const counted = question.options.filter(countsAsOption);
	if (question.kind === 'place' || counted.length <= mostOptions) return [];
	const kept = new Set(counted.slice(0, mostOptions));
	const options = question.options.filter((option) => !countsAsOption(option) || kept.has(option));
	return [
		{
			code: 'too-many-options',
			values: { count: counted.length, most: mostOptions },
			mends: [toQuestion(question.key), change('keep-seven', question, { ...question, options })]
		}
	];
}

/** A place is one out of a list, and several choices can be left empty; a choice, a scale and a ranking need a way out. */
const needsWayOut = ({ kind }: Question): boolean =>
	kind === 'choice' || kind === 'scale' || kind === 'ranking';

function withDontKnow(question: Question, languages: readonly string[]): Question {
	const text: Texts = { sv: dontKnow.text.sv };
	for (const language of languages)
		if (dontKnowTexts[language] !== undefined) text[language] = dontKnowTexts[language];
	const key = freeKey(
		dontKnow.key,
		question.options.map((option) => option.key)
	);
	const added: Option = { key, text, apart: true, ...(question.kind === 'ranking' && { exclusive: true }) };
	return { ...question, options: [...question.options, added] };
}

function missingDontKnow(question: Question, { languages }: DraftContent): Found[] {
	if (!needsWayOut(question) || question.options.length < 2) return [];
	const hasWayOut = ({ apart, exclusive, text }: Option) =>
		Boolean(apart) || Boolean(exclusive) || saysDontKnow.test(text.sv.trim());
	if (question.options.some(hasWayOut)) return [];
	const mends = [
		change('add-dont-know', question, withDontKnow(question, languages)),
		toQuestion(question.key)
	];
	return [{ code: 'missing-dont-know', values: {}, mends }];
}

/** "Don't know" among the answers makes every share smaller than it is. */
function dontKnowCounted(question: Question): Found[] {
	const counted = question.options.find(({ text, apart }) => !apart && saysDontKnow.test(text.sv.trim()));
	if (!counted) return [];
	const alone = question.kind === 'choices' || question.kind === 'ranking';
	const options = question.options.map((option) =>
		option === counted ? { ...option, apart: true, ...(alone && { exclusive: true }) } : option
	);
	const mends = [change('set-apart', question, { ...question, options }), toQuestion(question.key)];
	return [{ code: 'dont-know-counted', values: { text: counted.text.sv }, mends }];
}

function tooFew(question: Question): Found[] {
	if (question.kind === 'text' || question.options.length >= 2) return [];
	return [{ code: 'too-few-options', values: {}, mends: [toQuestion(question.key)] }];
}

const warnings: readonly string[] = ['dont-know-counted'];

/** What is wrong with the options of the questions: too many, too few, no "don't know" or one that is counted. */
export const optionFaults = (content: DraftContent): Finding[] =>
	content.questions.flatMap((question, index) =>
		[
			...tooFew(question),
			...tooMany(question),
			...missingDontKnow(question, content),
			...dontKnowCounted(question)
		].map(({ code, values, mends }): Finding => ({
			code,
			severity: warnings.includes(code) ? 'warn' : 'block',
			at: `questions.${question.key}.options`,
			question: question.key,
			values: { number: index + 1, ...values },
			mends
		}))
	);

import type { Activity } from '../activity.ts';
import type { PledgeContent } from '../pledge.ts';
import { mostWords } from '../publish-rule.ts';
import { saysHowMany, saysWhen, saysWhere, saysWho } from './signs.ts';
import { vaguePhrases, type VaguePhrase } from './vague-phrases.ts';
import { bare, wordsOf } from './words.ts';

export type WordingCode =
	| 'vague'
	| 'too-many-words'
	| 'not-a-pledge'
	| 'no-quantity'
	| 'no-place'
	| 'no-date'
	| 'no-owner'
	| 'unmeasurable';

/** Something that makes it hard to see whether a pledge was kept. Blocks are what publishing stops at anyway. */
export interface WordingFinding {
	/** `sentence`, `effect`, `activities.0` … */
	at: string;
	code: WordingCode;
	severity: 'block' | 'warn';
	/** The words it is about. */
	words?: string;
	suggestion?: VaguePhrase['suggestion'];
}

/** Words that say how many make "more" and "fewer" clear: "minst 4 fler", "minskar från 12 till 6". */
const isSettled = (phrase: VaguePhrase, text: string): boolean =>
	(phrase.suggestion === 'number' || phrase.suggestion === 'times') && saysHowMany(text);

/** The first vague phrase of a Swedish text, with what to write instead; undefined when there is none. */
export function vagueWords(text: string): Required<Pick<WordingFinding, 'words' | 'suggestion'>> | undefined {
	const plain = bare(text);
	for (const phrase of vaguePhrases) {
		const found = phrase.pattern.exec(plain);
		if (found && !isSettled(phrase, plain)) return { words: found[0].trim(), suggestion: phrase.suggestion };
	}
	return undefined;
}

const vague = (at: string, text: string): WordingFinding[] => {
	const found = vagueWords(text);
	return found ? [{ at, code: 'vague', severity: 'warn', ...found }] : [];
};

function ofSentence({ sentence, activities }: PledgeContent): WordingFinding[] {
	if (sentence.trim() === '') return [];
	const about = { at: 'sentence', severity: 'warn' as const };
	const findings = vague('sentence', sentence);
	if (wordsOf(sentence).length > mostWords)
		findings.push({ at: 'sentence', code: 'too-many-words', severity: 'block' });
	if (
		!/^(?:vi lovar|vi ska|före|senast|till)(?!\p{L})|(?<!\p{L})lova(?:r|s)?(?!\p{L})/iu.test(sentence.trim())
	)
		findings.push({ ...about, code: 'not-a-pledge' });
	const counted = activities.some(({ target }) => target !== null);
	if (!saysHowMany(sentence) && !counted) findings.push({ ...about, code: 'no-quantity' });
	if (!saysWhen(sentence)) findings.push({ ...about, code: 'no-date' });
	if (!saysWho(sentence)) findings.push({ ...about, code: 'no-owner' });
	return findings;
}

function ofActivity(activity: Activity, index: number, content: PledgeContent): WordingFinding[] {
	const { what, target, place, dueOn, recurrence, owner } = activity;
	if (what.trim() === '') return [];
	const at = `activities.${index}`;
	const findings = vague(at, what);
	if (target === null && !saysHowMany(`${what} ${recurrence}`))
		findings.push({ at, code: 'no-quantity', severity: 'warn' });
	if (place.trim() === '' && content.place.trim() === '' && !saysWhere(what))
		findings.push({ at, code: 'no-place', severity: 'warn' });
	if (dueOn === null && recurrence.trim() === '') findings.push({ at, code: 'no-date', severity: 'block' });
	if (owner.trim() === '') findings.push({ at, code: 'no-owner', severity: 'block' });
	return findings;
}

function ofEffect({ effect, indicator }: PledgeContent): WordingFinding[] {
	const measured = indicator.targetValue !== null || saysHowMany(effect);
	return measured ? [] : [{ at: 'effect', code: 'unmeasurable', severity: 'warn' }];
}

/**
 * Whether one will be able to see that the pledge was kept: vague verbs, no number, place, date or owner, an effect
 * that cannot be measured. Looks at words, not at meaning.
 */
export const checkWording = (content: PledgeContent): WordingFinding[] => [
	...ofSentence(content),
	...content.activities.flatMap((activity, index) => ofActivity(activity, index, content)),
	...ofEffect(content)
];

import type { DraftChange } from '../draft-change.ts';
import type { DraftContent } from '../draft.ts';
import { questionKinds, type BackgroundQuestion, type Option, type Question } from '../question.ts';
import { readText } from '../rewrite-texts.ts';
import { placeOf } from './change-texts.ts';
import type { OpenConflict } from './draft-session.ts';

/** The member of a question that is not a text, from the words in which a conflict tells it. */
function memberFrom(name: string, words: string): Partial<Question> {
	if (name === 'kind') return { kind: questionKinds.find((kind) => kind === words) ?? 'choice' };
	if (name === 'showIf') {
		const [question = '', anyOf = ''] = words.split(' = ');
		return words === '' ? {} : { showIf: { question, anyOf: anyOf.split(', ') } };
	}
	return words === '' ? {} : { [name]: Number(words) };
}

function withMember(question: Question, name: string, words: string): Question {
	const { [name as 'max']: _, ...rest } = question;
	return { ...rest, ...memberFrom(name, words) };
}

interface Wanted {
	key: string;
	/** The option as the person had it; undefined when they had taken it away. */
	mine: Option | undefined;
	part: 'text' | 'short';
	language: string;
	text: string;
}

/** The options with one of them as the person wants it: back again, or gone. */
function withOption(options: readonly Option[], { key, mine, part, language, text }: Wanted): Option[] {
	if (!mine && text === '') return options.filter((option) => option.key !== key);
	const was = options.find((option) => option.key === key);
	const base = was ?? mine ?? { key, text: { sv: '' } };
	const option = { ...base, [part]: { sv: '', ...base[part], [language]: text } };
	return was ? options.map((one) => (one === was ? option : one)) : [...options, option];
}

type Owner = Question | BackgroundQuestion;

/** The question or background question that an address is in, as it stands in some content. */
const ownerIn = (
	{ questions, background }: Pick<DraftContent, 'questions' | 'background'>,
	[list, key]: readonly string[]
): Owner | undefined =>
	list === 'questions'
		? questions.find((question) => question.key === key)
		: background.find((question) => question.key === key);

/** What the person had when their change met somebody else's. */
function mineOf(change: DraftChange, path: readonly string[]): Owner | undefined {
	if (change.kind === 'question') return ownerIn({ questions: [change.next], background: [] }, path);
	if (change.kind === 'background') return ownerIn({ questions: [], background: change.next }, path);
	return undefined;
}

const changeOf = ({ background }: DraftContent, owner: Owner, next: Owner): DraftChange =>
	'kind' in owner
		? { kind: 'question', key: owner.key, base: owner, next: next as Question }
		: {
				kind: 'background',
				base: background,
				next: background.map((one) => (one === owner ? (next as BackgroundQuestion) : one))
			};

/** An option that one of the two took away while the other wrote in it comes back, or goes. */
function optionChange(
	stored: DraftContent,
	{ at, change }: OpenConflict,
	text: string
): DraftChange | undefined {
	const { address, language } = placeOf(at);
	const path = address.split('.');
	const [list, owner, options, key, part] = path;
	const here = ownerIn(stored, [list!, owner!]);
	const mine = mineOf(change, [list!, owner!]);
	if (options !== 'options' || !here || !mine) return undefined;
	const option = mine.options.find((one) => one.key === key);
	const there = here.options.some((one) => one.key === key);
	if (there && (option || text !== '')) return undefined;
	const wanted = { key: key!, mine: option, part: part as 'text' | 'short', language, text };
	return changeOf(stored, here, { ...here, options: withOption(here.options, wanted) });
}

const members = /^questions\.([^.]+)\.(kind|max|badSteps|showIf)$/;

/**
 * The change that makes a text, or a choice, what the person decided when two had made it differently. What they decided
 * against is what stands there now (`theirs`), so that a third change in between is found again.
 */
export function resolutionOf(stored: DraftContent, conflict: OpenConflict, text: string): DraftChange {
	const [, key, member] = members.exec(conflict.at) ?? [];
	const question = stored.questions.find((one) => one.key === key);
	if (question && member)
		return { kind: 'question', key: question.key, base: question, next: withMember(question, member, text) };
	const change = optionChange(stored, conflict, text);
	if (change) return change;
	const { address, language } = placeOf(conflict.at);
	const theirs = readText(stored, address)?.[language] ?? '';
	return { kind: 'translate', language, base: { [address]: theirs }, next: { [address]: text } };
}

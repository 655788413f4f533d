import type { Texts } from '#lib/i18n/languages.ts';
import type { About, Conflict } from './draft-change.ts';
import { mergeList, mergeTexts, mergeValue, type Place, type Versions } from './merge-values.ts';
import type { BackgroundQuestion, Option, Question } from './question.ts';

const nothing: Texts = { sv: '' };

/** One member of each of the three. */
const member = <T, K extends keyof T>({ base, yours, theirs }: Versions<T>, name: K): Versions<T[K]> => ({
	base: base[name],
	yours: yours[name],
	theirs: theirs[name]
});

const below = ({ at, conflicts }: Place, name: string): Place => ({ at: `${at}.${name}`, conflicts });

/** The texts of something by where they are in it, such as `options.yes.short`. */
type TextsOf<T> = (item: T) => [where: string, texts: Texts | undefined][];

const textsOfOption: TextsOf<Option> = ({ text, short }) => [
	['text', text],
	['short', short]
];

const textsOfBackground: TextsOf<BackgroundQuestion> = ({ text, options }) => [
	['text', text],
	...options.flatMap((option) =>
		textsOfOption(option).map(([where, texts]): [string, Texts | undefined] => [
			`options.${option.key}.${where}`,
			texts
		])
	)
];

interface Item<T> {
	place: Place;
	textsOf: TextsOf<T>;
	/** The item with nothing written in it. */
	empty: (item: T) => T;
	merge: (versions: Versions<T>) => T;
}

/** A conflict for every text that one of the two wrote in something that the other took away. */
function writtenInVain<T>(versions: Versions<T | undefined>, { place, textsOf }: Item<T>): Conflict[] {
	const { base, yours, theirs } = versions;
	const before = new Map(base && textsOf(base));
	return textsOf((yours ?? theirs)!).flatMap(([where, texts]) =>
		Object.entries(texts ?? {})
			.map(([language, text]) => ({ language, text, was: before.get(where)?.[language] ?? '' }))
			.filter(({ text, was }) => text !== was && text !== '')
			.map(({ language, text, was }) => ({
				at: `${place.at}.${where}.${language}`,
				base: was,
				yours: yours ? text : '',
				theirs: theirs ? text : ''
			}))
	);
}

/**
 * An item of a list that may be missing in some of the three. One that somebody took away is gone, unless the other
 * wrote in it at the same time: then every text that was written is a conflict, and what is stored stays.
 */
function mergeItem<T>(versions: Versions<T | undefined>, item: Item<T>): T | undefined {
	const { base, yours, theirs } = versions;
	if (yours && theirs) return item.merge({ base: base ?? item.empty(theirs), yours, theirs });
	const only = theirs ?? yours;
	if (!only) return undefined;
	if (!base) return item.merge({ base: only, yours: only, theirs: only });
	const conflicts = writtenInVain(versions, item);
	item.place.conflicts.push(...conflicts);
	return conflicts.length > 0 ? theirs : undefined;
}

function mergeOption(versions: Versions<Option>, place: Place): Option {
	const short = mergeTexts(member(versions, 'short'), below(place, 'short'));
	const exclusive = mergeValue(member(versions, 'exclusive'), below(place, 'exclusive'));
	const apart = mergeValue(member(versions, 'apart'), below(place, 'apart'));
	return {
		key: versions.theirs.key,
		text: mergeTexts(member(versions, 'text'), below(place, 'text')) ?? nothing,
		...(short && { short }),
		...(exclusive && { exclusive }),
		...(apart && { apart })
	};
}

const mergeOptions = (versions: Versions<readonly Option[]>, place: Place): Option[] =>
	mergeList(versions, (key, option) => {
		const here = below(place, key);
		return mergeItem(option, {
			place: here,
			textsOf: textsOfOption,
			empty: () => ({ key, text: nothing }),
			merge: (three) => mergeOption(three, here)
		});
	});

/** A question that two people changed, put together member by member and option by option; key and version stay. */
export function mergeQuestion(versions: Versions<Question>, conflicts: Place['conflicts']): Question {
	const { key, version } = versions.theirs;
	const place = { at: `questions.${key}`, conflicts };
	const value = <K extends 'kind' | 'max' | 'badSteps' | 'sensitive' | 'unanimityShown' | 'showIf'>(
		name: K
	) => mergeValue<Question[K]>(member(versions, name), below(place, name));
	const help = mergeTexts(member(versions, 'help'), below(place, 'help'));
	const [max, badSteps, showIf] = [value('max'), value('badSteps'), value('showIf')];
	return {
		...{ key, version, kind: value('kind') },
		text: mergeTexts(member(versions, 'text'), below(place, 'text')) ?? nothing,
		...(help && { help }),
		options: mergeOptions(member(versions, 'options'), below(place, 'options')),
		...(max !== undefined && { max }),
		...(badSteps !== undefined && { badSteps }),
		...(value('sensitive') && { sensitive: true }),
		...(value('unanimityShown') && { unanimityShown: true }),
		...(showIf && { showIf })
	};
}

const mergeDimension = (versions: Versions<BackgroundQuestion>, place: Place): BackgroundQuestion => ({
	key: versions.theirs.key,
	text: mergeTexts(member(versions, 'text'), below(place, 'text')) ?? nothing,
	options: mergeOptions(member(versions, 'options'), below(place, 'options'))
});

/** The background questions that two people changed, put together dimension by dimension. */
export const mergeBackground = (
	versions: Versions<readonly BackgroundQuestion[]>,
	conflicts: Place['conflicts']
): BackgroundQuestion[] =>
	mergeList(versions, (key, question) => {
		const place = { at: `background.${key}`, conflicts };
		return mergeItem(question, {
			place,
			textsOf: textsOfBackground,
			empty: (some) => ({ key: some.key, text: nothing, options: [] }),
			merge: (three) => mergeDimension(three, place)
		});
	});

/** Title and introduction that two people changed, put together. */
export function mergeAbout(versions: Versions<About>, conflicts: Place['conflicts']): About {
	const intro = mergeTexts(member(versions, 'intro'), { at: 'intro', conflicts });
	return {
		title: mergeTexts(member(versions, 'title'), { at: 'title', conflicts }) ?? nothing,
		...(intro && { intro })
	};
}

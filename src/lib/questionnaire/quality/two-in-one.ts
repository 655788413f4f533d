import { finiteVerbs, infinitives, joiningVerbs, qualities, supines } from './swedish-verbs.ts';

/** What joins two questions; `eller` between two things of one kind asks for either, so it is a sign only at times. */
const joins = new Set(['och', 'samt', 'eller', 'men']);
const adds = new Set(['och', 'samt', 'men']);
const interrogatives = new Set([
	'vad',
	'vem',
	'vilka',
	'vilken',
	'vilket',
	'var',
	'varför',
	'när',
	'hur',
	'vart'
]);
/** A second sentence that only asks for the one that the first asked about: "Finns det en plats? Vilken?" */
const whichOne = /^(och |i så fall )?(vilken|vilket|vilka|vem|var|när|vad)( då| i så fall)?$/;
/** Begin a clause that describes: what is joined inside it belongs to one thing. */
const describing = new Set(['där', 'som', 'när', 'dit', 'då', 'medan', 'sedan', 'innan', 'om', 'vad', 'hur']);
const pronouns = new Set(['du', 'ni', 'man', 'det', 'den', 'de', 'vi', 'jag']);
const prepositions = new Set(['av', 'med', 'för', 'till', 'från', 'på', 'i']);
const places = new Set(['i', 'på', 'vid', 'hos', 'under', 'utanför', 'längs']);

/** "nöjd med", "förtroende för": what follows is judged, and two things may be judged differently. */
const judged = new RegExp(
	[
		String.raw`\b(?:miss)?nöjda? (?:är \p{L}+ )?med`,
		String.raw`\bförtroende (?:\p{L}+ ){0,3}för`,
		String.raw`\blitar? (?:\p{L}+ ){0,2}på`,
		String.raw`\b(?:orolig|oroliga|rädd|rädda) (?:\p{L}+ ){0,2}för`,
		String.raw`\btycker (?:du|ni|man) (?:\p{L}+ )?om`,
		String.raw`\bupplever (?:du|ni|man)`,
		String.raw`\b(?:fungerar|funkar|sköts)`,
		String.raw`\b(?:bra|väl|viktiga?|viktigt) är`
	].join('|'),
	'u'
);

interface Sentence {
	words: string[];
	asks: boolean;
}

/** Sentences in small letters without what stands in quotes or brackets: that is named, not asked. */
function sentencesOf(text: string): Sentence[] {
	const bare = text
		.toLocaleLowerCase('sv')
		.replace(/["”“»«][^"”“»«]*["”“»«]|\([^)]*\)/g, ' ')
		.replace(/\p{L}+- (och|eller|samt) (?=\p{L})/gu, ' ');
	return (bare.match(/[^.!?]+[.!?]*/g) ?? [])
		.map((sentence) => ({
			words: sentence.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? [],
			asks: sentence.includes('?')
		}))
		.filter(({ words }) => words.length > 0);
}

function secondSentence(sentences: readonly Sentence[]): string | undefined {
	const asking = sentences.filter(({ asks }) => asks);
	const further = asking.slice(1).find(({ words }) => !whichOne.test(words.join(' ')));
	return further && `${further.words.join(' ')}?`;
}

/** "… och hur ofta går du", "… och varför": a second question, unless it tells what is asked: "vet vad som görs". */
function secondInterrogative(words: readonly string[], at: number): boolean {
	const asked = prepositions.has(words[at + 1] ?? '') ? at + 2 : at + 1;
	if (!interrogatives.has(words[asked] ?? '')) return false;
	const rest = words.slice(asked + 1);
	if (rest.length === 0) return true;
	if (rest[0] === 'som' || pronouns.has(rest[0]!)) return false;
	const verb = rest.findIndex((word) => finiteVerbs.has(word));
	return verb >= 0 && verb <= 3;
}

/** "… och har du", "… eller tycker du": a second question with its verb first. */
const secondInversion = (words: readonly string[], at: number): boolean =>
	finiteVerbs.has(words[at + 1] ?? '') && pronouns.has(words[at + 2] ?? '');

const insideDescription = (words: readonly string[], at: number): boolean =>
	words.slice(Math.max(0, at - 4), at - 1).some((word) => describing.has(word));

/** "Lyssnar kommunen och svarar": two deeds in one judgement. Not "går och lägger sig", not "där du bor och arbetar". */
function secondDeed(words: readonly string[], at: number): boolean {
	const [before, after] = [words.slice(0, at), words[at + 1] ?? ''];
	if (!adds.has(words[at]!) || insideDescription(words, at)) return false;
	if (before.at(-1) === 'ute') return false;
	if (before.some((word) => joiningVerbs.has(word)) && !before.includes('har')) return false;
	const earlier = (forms: ReadonlySet<string>) => before.some((word) => forms.has(word));
	if (finiteVerbs.has(after)) return earlier(finiteVerbs);
	return (supines.has(after) && earlier(supines)) || (infinitives.has(after) && earlier(infinitives));
}

/** "trygg och säker", "trygg hemma men rädd ute". "Trygg eller otrygg" names the two ends of one scale. */
function secondQuality(words: readonly string[], at: number): boolean {
	if (!adds.has(words[at]!) || !qualities.has(words[at + 1] ?? '')) return false;
	const near = words.slice(words[at] === 'men' ? 0 : at - 1, at);
	return near.some((word) => qualities.has(word));
}

/** "… att gatorna är rena och att snön plogas". */
const secondClaim = (words: readonly string[], at: number): boolean =>
	adds.has(words[at]!) && words[at + 1] === 'att' && words.slice(0, at).includes('att');

/** "i skolan och på bussen", "både gatan och parken". */
function secondPlace(words: readonly string[], at: number): boolean {
	if (!adds.has(words[at]!)) return false;
	const before = words.slice(0, at);
	if (before.includes('både')) return true;
	return places.has(words[at + 1] ?? '') && before.slice(-3).some((word) => places.has(word));
}

const small = new Set(['den', 'det', 'de', 'din', 'ditt', 'dina', 'er', 'ert', 'sin', 'sitt', 'vår', 'vårt']);

/** "nöjd med belysningen och städningen": two things under one judgement, side by side. */
function secondThing(words: readonly string[], at: number): boolean {
	if (!adds.has(words[at]!)) return false;
	const text = words.slice(0, at).join(' ');
	const match = judged.exec(text);
	if (!match) return false;
	const between = text
		.slice(match.index + match[0].length)
		.trim()
		.split(' ')
		.filter(Boolean);
	const things = between.filter((word) => !small.has(word));
	if (between.some((word) => describing.has(word) || word === 'mellan' || word === 'att')) return false;
	const follower = words[at + 1] ?? '';
	return things.length >= 1 && things.length <= 3 && !finiteVerbs.has(follower) && !pronouns.has(follower);
}

const signs = [
	secondInterrogative,
	secondInversion,
	secondDeed,
	secondQuality,
	secondClaim,
	secondPlace,
	secondThing
];

/**
 * The part of a Swedish question that seems to ask a second thing, such as "och hur ofta går du"; undefined when it asks
 * one. Looks at words, not at meaning: it can be wrong both ways, so a person may let a finding pass.
 */
export function secondQuestion(text: string): string | undefined {
	const sentences = sentencesOf(text);
	const second = secondSentence(sentences);
	if (second !== undefined) return second;
	for (const { words } of sentences) {
		const inCase = words.join(' ').match(/i så fall (varför|när|var|hur|vad|vilken|vilket|vilka)\b.*/);
		if (inCase && words.length > 4) return inCase[0];
		const at = words.findIndex((word, index) => joins.has(word) && signs.some((sign) => sign(words, index)));
		if (at >= 0) return words.slice(at).join(' ');
	}
	return undefined;
}

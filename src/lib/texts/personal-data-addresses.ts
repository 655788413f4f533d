import type { Stretch } from './mask.ts';
import { blank, scanText, whole, type Sought } from './scan-text.ts';

const street =
	'gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|backen|backe|allén|allé|esplanaden|kajen|ringen|slingan|gången|platsen';
const number = `${blank}{1,2}(\\d{1,3})(?:${blank}?[A-Ha-h])?(?![\\p{L}\\d])(?![.,:]\\d)`;
/** After a number these make it a speed, a day or a count. */
const unit =
	/^[ \u00a0]?(?:km|meter|m\b|min|tim|gånger|gång|år|personer|bilar|st\b|kr|kronor|procent|%|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|dec|lampor|ungdomar|dagar|veckor|till|av|stycken|gatlyktor|träd|bänkar)/iu;
const roads = /(?:riks|europa|läns|lands|motor|stam|E)(?:vägen|väg)/iu;

const judge = (match: RegExpExecArray): Stretch | null => {
	const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 16);
	return unit.test(after) || roads.test(match[0]) ? null : whole(match);
};

/** `Storgatan 12 B` */
const joined: Sought = {
	pattern: new RegExp(`(?<![\\p{L}\\d])\\p{Lu}[\\p{Ll}'’-]{1,30}(?:${street})${number}`, 'gu'),
	judge
};

/** `Karl Johans gata 12`, `Gamla vägen 3` */
const apart: Sought = {
	pattern: new RegExp(
		`(?<![\\p{L}\\d])(?!(?:På|I|Vid|Längs|Från|Till|Ner|Hela|Den|Vår|En|Ingen|Varje|Denna)${blank})\\p{Lu}[\\p{Ll}'’-]{1,20}${blank}(?:\\p{Lu}[\\p{Ll}]{1,20}${blank})?(?:[Gg]ata|[Gg]atan|[Vv]ägen|[Gg]ränd|[Tt]org|[Tt]orget|[Aa]llé|[Ss]tig|[Bb]acke|[Ee]splanad)${number}`,
		'gu'
	),
	judge
};

/** Streets with the number of a house: they say where somebody lives, or whom a text accuses. */
export const findAddresses = (text: string): Stretch[] => [
	...scanText(text, joined),
	...scanText(text, apart)
];

/** Every pattern of this file. */
export const addressPatterns = [joined, apart];

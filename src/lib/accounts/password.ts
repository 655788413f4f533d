import { plainLetters } from '../format/slug.ts';

export const leastPasswordLength = 12;
/** Longer ones are refused: they would only cost time. */
export const mostPasswordLength = 200;

/** Words that the commonest passwords of twelve characters and more are made of, Swedish and English. */
const weakWords = (
	'password passwort passord losenord losen hemlig hemligt hemligheten valkommen welcome admin administrator ' +
	'administrata user anvandare login logga inlogg test testar testing demo master root guest letmein iloveyou love ' +
	'jagalskardig alskar alskling princess prinsessa sunshine solsken dragon drake monkey apa football fotboll ' +
	'baseball hockey superman batman starwars pokemon minecraft computer dator internet windows microsoft google ' +
	'sommar summer vinter winter host hosten autumn var varen spring januari februari mars april maj juni juli ' +
	'augusti september oktober november december mandag tisdag onsdag torsdag fredag lordag sondag ' +
	'sverige sweden svensk stockholm goteborg malmo region kommun kommunen stad stads lan polis polisen police ' +
	'trygghet trygg safe safety medborgarloftet medborgare lyhord dialog enkat svar hej hello abc qwe asd zxc ' +
	'changeme byt bytmig ny nytt new temp temporary secret access pass word default blink trustno whatever'
).split(' ');

/** Keys as they lie beside each other, and the order of letters and digits. */
const rows = [
	'abcdefghijklmnopqrstuvwxyzaao',
	'01234567890123456789',
	'qwertyuiopa',
	'asdfghjkloa',
	'zxcvbnm',
	'1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
	'qazwsxedcrfvtgbyhnujmikolp'
];
const sequences = [...rows, ...rows.map((row) => [...row].reverse().join(''))];

const asLetter: Record<string, string> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'@': 'a',
	$: 's',
	'!': 'i'
};

/** Whether the text is nothing but a short piece said again and again. */
const repeats = (text: string): boolean =>
	[1, 2, 3, 4, 5, 6].some(
		(size) =>
			text ===
			text
				.slice(0, size)
				.repeat(Math.ceil(text.length / size))
				.slice(0, text.length)
	);

/** The fewest known words and runs of neighbouring keys that the text is made of; Infinity when it is made of more. */
function piecesOf(text: string, words: ReadonlySet<string>): number {
	const fewest = [0];
	const longest = Math.max(...[...words].map((word) => word.length), 12);
	for (let end = 1; end <= text.length; end++) {
		fewest[end] = Infinity;
		for (let start = Math.max(0, end - longest); start < end; start++) {
			const piece = text.slice(start, end);
			const known =
				words.has(piece) || (piece.length >= 3 && sequences.some((sequence) => sequence.includes(piece)));
			if (known || (piece.length >= 3 && repeats(piece) && new Set(piece).size === 1))
				fewest[end] = Math.min(fewest[end]!, fewest[start]! + 1);
		}
	}
	return fewest[text.length]!;
}

const wordsIn = (texts: readonly string[]): string[] =>
	texts.flatMap((text) => plainLetters(text).split(/[^a-z0-9]+/)).filter((word) => word.length >= 3);

const lettersOf = (text: string): string => text.replace(/\P{L}/gu, '');
const translated = (text: string): string => [...text].map((sign) => asLetter[sign] ?? sign).join('');

/** Whether somebody who guesses would come to it early: digits alone, or at most two known words or rows of keys. */
function isCommon(password: string, context: readonly string[]): boolean {
	const plain = plainLetters(password);
	if (new Set(plain).size < 5 || repeats(plain) || /^[\d\s.,/+-]+$/.test(plain)) return true;
	const words = new Set([...weakWords, ...wordsIn(context)]);
	const withoutEnds = plain.replace(/^\P{L}+|\P{L}+$/gu, '');
	const readings = [
		lettersOf(plain),
		lettersOf(translated(plain)),
		lettersOf(translated(withoutEnds)),
		plain.replace(/[^\p{L}\d]/gu, '')
	];
	return readings.some((text) => text !== '' && piecesOf(text, words) <= 2);
}

/**
 * What is wrong with a new password. Length decides; no rule asks for capitals or signs. Refused is also what people
 * choose first, with the usual signs for letters and a year at the end.
 * @param context words that are near at hand: the person's name and e-mail address, the municipality
 */
export function passwordProblem(
	password: string,
	context: readonly string[]
): 'too-short' | 'too-long' | 'common' | undefined {
	const text = password.normalize('NFKC');
	if ([...text].length < leastPasswordLength) return 'too-short';
	if ([...text].length > mostPasswordLength) return 'too-long';
	return isCommon(text, context) ? 'common' : undefined;
}

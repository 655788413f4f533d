/** Phrases that ask for agreement, and small words that tell what the asker thinks. */
const leading = [
	'håller du (?:inte )?med om',
	'instämmer du i att',
	'tycker du inte(?: också)?(?: att)?',
	'anser du inte',
	'borde inte',
	'borde väl',
	'bör inte',
	'ska inte',
	'är det inte',
	'visst',
	'inte sant',
	'eller hur',
	'äntligen',
	'tyvärr',
	'dessvärre',
	'tack och lov',
	'självklart',
	'självfallet',
	'givetvis',
	'naturligtvis',
	'uppenbart',
	'uppenbarligen',
	'som bekant',
	'som alla vet',
	'alla vet',
	'de flesta (?:tycker|anser|vet)',
	'experter(?:na)? (?:säger|anser)',
	'faktiskt',
	'ju',
	'minsann'
];

/** Words of praise and alarm; in a question that begins with an interrogative they are what is asked for. */
const superlatives = [
	'bästa',
	'sämsta',
	'värsta',
	'farligaste',
	'finaste',
	'hemskaste',
	'fantastisk[at]?',
	'underbar[at]?',
	'utmärkt[a]?',
	'katastrofal[at]?',
	'oacceptabel(?:t)?',
	'oacceptabla',
	'skandalös[at]?',
	'förfärlig[at]?',
	'extremt'
];

const alone = (phrases: readonly string[]): RegExp =>
	new RegExp(`(?<![\\p{L}\\p{N}-])(?:${phrases.join('|')})(?![\\p{L}\\p{N}-])`, 'u');

const leadingPhrase = alone(leading);
const superlative = alone(superlatives);
const asksWhich = /^(?:vad|var|vart|när|hur|vem|vilka|vilken|vilket|på vilke[nt]|i vilke[nt])\b/;
/** "Kommunen sköter väl parkerna" expects a yes; "hur väl", "så väl", "väl skött" say how well. */
const expectingYes =
	/(?<!(?:hur|så|lika|mycket|ganska) )(?<![\p{L}])väl(?= \p{L})(?! (?:skött|belyst|fungera|synlig|omhänderta|bekant|medveten))/u;

/**
 * The words in a Swedish question that lead to an answer, such as "håller du med om" or "äntligen"; undefined when none
 * is known. Only what stands outside quotes and brackets is looked at.
 */
export function leadingWords(text: string): string | undefined {
	const sentences = text
		.toLocaleLowerCase('sv')
		.replace(/["”“»«][^"”“»«]*["”“»«]|\([^)]*\)/g, ' ')
		.split(/(?<=[.!?])\s+/);
	for (const sentence of sentences) {
		const found =
			leadingPhrase.exec(sentence) ??
			expectingYes.exec(sentence) ??
			(asksWhich.test(sentence.trim()) ? null : superlative.exec(sentence));
		if (found) return found[0];
	}
	return undefined;
}

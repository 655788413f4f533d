import type { AnswerValue, Option, Question } from '#lib/questionnaire/question.ts';
import type { Random } from '#lib/server/random.ts';

/** What simulated participants write on a wall. */
const sentences = [
	'Fler lampor på gångvägen till stationen.',
	'Det är skönt att poliserna går förbi torget.',
	'Mopederna kör för fort vid skolan.',
	'Öppna fritidsgården på fredagar.',
	'Mer liv på torget efter klockan sju.',
	'Jag undviker parken när det är mörkt.'
];

/** Earlier options attract more, and of a scale the later ones, so that the picture looks like one. */
function pick(options: readonly Option[], random: Random, isScale = false): string {
	const weights = options.map((option, index) => {
		if (option.apart) return 1;
		return isScale ? 2 * index + 2 : 2 * options.length - 2 * index + 1;
	});
	let point = random.integer(
		1,
		weights.reduce((sum, weight) => sum + weight, 0)
	);
	const index = weights.findIndex((weight) => (point -= weight) <= 0);
	return options[Math.max(0, index)]!.key;
}

function pickSeveral(options: readonly Option[], number: number, random: Random): string[] {
	const chosen: string[] = [];
	while (chosen.length < Math.min(number, options.length))
		chosen.push(
			pick(
				options.filter(({ key }) => !chosen.includes(key)),
				random
			)
		);
	return chosen;
}

/** What a simulated participant answers to a question; never anything that somebody said. */
export function simulatedAnswer({ kind, options, max }: Question, random: Random): AnswerValue {
	if (kind === 'text') return sentences[random.integer(0, sentences.length - 1)]!;
	if (kind !== 'choices' && kind !== 'ranking') return pick(options, random, kind === 'scale');
	const together = options.filter(({ exclusive, apart }) => !exclusive && !apart);
	return pickSeveral(together, Math.min(max ?? 3, random.integer(1, 3)), random);
}

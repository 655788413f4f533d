import { findPersonalData } from '#lib/texts/personal-data.ts';
import { neutralSentences } from '#tests/support/neutral-swedish.ts';
import { personalSamples } from '#tests/support/personal-samples.ts';

/** Most CPU milliseconds for 10,000 characters. */
const most = 50;
const characters = 10_000;
const rounds = 200;

/** Median CPU milliseconds of one round. */
function measure(work: () => unknown): number {
	for (let round = 0; round < 20; round++) work();
	const spent = Array.from({ length: rounds }, () => {
		const before = process.cpuUsage();
		work();
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	});
	return spent.toSorted((a, b) => a - b)[rounds / 2]!;
}

/**
 * Measures the search for personal data in 10,000 characters: neutral sentences, and nothing but personal data. Beside
 * it, in the same run, the least that any search does: cutting the same text into words.
 * @returns whether each stays within what is allowed.
 */
export function benchTexts(): boolean {
	const texts: Record<string, string> = {
		'neutral sentences': neutralSentences(400).join(' '),
		'personal data': personalSamples.map(({ text }) => text).join(' ')
	};
	const spent = Object.entries(texts).map(([name, all]) => {
		const text = all.repeat(Math.ceil(characters / all.length)).slice(0, characters);
		const ours = measure(() => findPersonalData(text));
		const floor = measure(() => [...text.matchAll(/\p{L}+|\d+/gu)].length);
		console.log(
			`${name.padEnd(20)} ${ours.toFixed(1)} ms CPU   cutting into words ${floor.toFixed(1)} ms   ${(ours / floor).toFixed(1)} ×`
		);
		return ours;
	});
	console.log(`10,000 characters, at most ${most} ms`);
	return spent.every((milliseconds) => milliseconds <= most);
}

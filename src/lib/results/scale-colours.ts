/** The five colours of the design run 1–5; with an even number of steps the middle one is left out. */
const tones: Record<number, number[]> = {
	2: [1, 5],
	3: [1, 3, 5],
	4: [1, 2, 4, 5],
	5: [1, 2, 3, 4, 5],
	6: [1, 1.5, 2, 4, 4.5, 5],
	7: [1, 1.5, 2, 3, 4, 4.5, 5]
};

/** The steps of a scale, and how many of the first are on the bad side. */
export interface Scale {
	steps: number;
	/** Half of them, without the middle one, when left out. */
	bad?: number | undefined;
}

const half = (steps: number): number => Math.floor(steps / 2);

/** Whether a step (from 0, worst first) lies on the bad side of a scale; the middle of an odd one does not. */
export const isNegative = (step: number, { steps, bad = half(steps) }: Scale): boolean => step < bad;

/** Where a step lies between the five colours when the sides are of different length: bad 1–2, good 4–5. */
function unevenTone(step: number, steps: number, bad: number): number {
	if (step < bad) return bad === 1 ? 1 : 1 + step / (bad - 1);
	const good = steps - bad;
	return good === 1 ? 5 : 4 + (step - bad) / (good - 1);
}

/** The CSS colour of a step (from 0, worst first). */
export function scaleColour(step: number, { steps, bad }: Scale): string {
	const even = bad === undefined || bad === half(steps);
	const tone = even
		? (tones[steps]?.[step] ?? 1 + (4 * step) / Math.max(1, steps - 1))
		: unevenTone(step, steps, bad);
	const below = Math.floor(tone);
	if (below === tone) return `var(--scale-${below})`;
	const share = Math.round((1 - (tone - below)) * 100);
	return `color-mix(in oklab, var(--scale-${below}) ${share}%, var(--scale-${below + 1}))`;
}

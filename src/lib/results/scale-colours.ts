/** The five colours of the design run 1–5; with an even number of steps the middle one is left out. */
const tones: Record<number, number[]> = {
	2: [1, 5],
	3: [1, 3, 5],
	4: [1, 2, 4, 5],
	5: [1, 2, 3, 4, 5],
	6: [1, 1.5, 2, 4, 4.5, 5],
	7: [1, 1.5, 2, 3, 4, 4.5, 5]
};

/** Whether a step (from 0, worst first) lies in the negative half of a scale; the middle of an odd one does not. */
export const isNegative = (step: number, steps: number): boolean => step < Math.floor(steps / 2);

/** The CSS colour of a step (from 0, worst first). */
export function scaleColour(step: number, steps: number): string {
	const tone = tones[steps]?.[step] ?? 1 + (4 * step) / Math.max(1, steps - 1);
	const below = Math.floor(tone);
	if (below === tone) return `var(--scale-${below})`;
	const share = Math.round((1 - (tone - below)) * 100);
	return `color-mix(in oklab, var(--scale-${below}) ${share}%, var(--scale-${below + 1}))`;
}

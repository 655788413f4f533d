/** Most slips at one time. */
export const mostSlips = 500;

/** How many slips somebody wants, from what they wrote; undefined when that is no whole number from 1 to `mostSlips`. */
export function readSlipCount(written: unknown): number | undefined {
	const text = typeof written === 'string' ? written.trim() : '';
	const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	return count >= 1 && count <= mostSlips ? count : undefined;
}

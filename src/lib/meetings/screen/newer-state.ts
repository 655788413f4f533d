import type { ScreenState } from '../views.ts';

const release = ({ results }: ScreenState): number => results.reduce((sum, { seq }) => sum + seq, 0);

/**
 * Whether a state may take the place of another one: never one from before a command that has been shown, and never an
 * older release of the same numbers.
 */
export function isNewer(state: ScreenState, shown: ScreenState): boolean {
	if (state.revision !== shown.revision) return state.revision > shown.revision;
	return state.results.length !== shown.results.length || release(state) >= release(shown);
}

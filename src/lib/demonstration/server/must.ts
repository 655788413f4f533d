import type { Outcome } from '../../server/problem.ts';

/** The value of what the demonstration does itself, which nobody could mend. @throws Error when it was refused */
export function must<T>(outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	throw new Error(`the demonstration was refused: ${JSON.stringify(outcome.problems)}`);
}

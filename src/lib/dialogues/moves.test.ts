import { expect, test } from 'vitest';
import { dialogueStates } from './dialogue.ts';
import { mayMove } from './moves.ts';

test('a dialogue moves forward, and back only before it has opened', () => {
	const allowed = dialogueStates.flatMap((from) =>
		dialogueStates.filter((to) => mayMove(from, to)).map((to) => `${from} → ${to}`)
	);
	expect(allowed).toEqual([
		'draft → scheduled',
		'draft → open',
		'scheduled → draft',
		'scheduled → open',
		'open → closing',
		'closing → closed'
	]);
});

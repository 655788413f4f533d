import { expect, test } from 'vitest';
import { countedKeys, type Ahead } from './counted.ts';

const asked = (key: string, more: Partial<Ahead> = {}): Ahead => ({
	...{ key, asked: true, answered: false },
	...more
});
const hanging = (key: string, dependsOn: string, more: Partial<Ahead> = {}): Ahead => ({
	...{ key, asked: false, answered: false, dependsOn },
	...more
});

test('what may still be asked is counted until the question it depends on is left', () => {
	const questions = [asked('safe'), asked('where'), hanging('why', 'where'), asked('last')];
	for (const at of [-1, 0, 1]) expect(countedKeys(questions, at)).toHaveLength(4);
	for (const at of [2, 3, 4]) expect(countedKeys(questions, at)).toEqual(['safe', 'where', 'last']);
});

test('an answer decides when one has left it, or stands before it', () => {
	const chosen = [
		asked('where', { answered: true }),
		hanging('why', 'where', { asked: true }),
		asked('last')
	];
	const nowhere = [asked('where', { answered: true }), hanging('why', 'where'), asked('last')];
	for (const at of [-1, 0, 1, 2]) expect(countedKeys(chosen, at)).toHaveLength(3);
	for (const at of [-1, 1, 2]) expect(countedKeys(nowhere, at)).toEqual(['where', 'last']);
	expect(countedKeys(nowhere, 0)).toHaveLength(3);
});

test('what hangs on something that hangs is counted as long as both may be asked', () => {
	const questions = [asked('avoid'), hanging('where', 'avoid'), hanging('why', 'where')];
	expect(countedKeys(questions, 0)).toEqual(['avoid', 'where', 'why']);
	expect(countedKeys(questions, 1)).toEqual(['avoid']);
});

test('the total never grows on the way, whatever is answered', () => {
	for (const yes of [true, false]) {
		const walk = [0, 1, 2].map((at) =>
			countedKeys(
				[
					asked('avoid', { answered: at > 0 }),
					hanging('where', 'avoid', { asked: at > 0 && yes }),
					asked('last')
				],
				at
			)
		);
		expect(walk.map(({ length }) => length)).toEqual(yes ? [3, 3, 3] : [3, 2, 2]);
	}
});

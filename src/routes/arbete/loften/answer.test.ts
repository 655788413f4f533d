import { expect, test } from 'vitest';
import { answered } from './answer.ts';

test('a refused form comes back with all that was written, whatever its fields are called', async () => {
	const form = new FormData();
	for (const name of ['text', 'constructor', '__proto__', 'place', 'place']) form.append(name, `in ${name}`);
	const refused = { ok: false as const, problems: [{ at: 'text', code: 'missing', detail: '' }] };
	const { data } = (await answered(form, Promise.resolve(refused), '/arbete'))!;
	expect(Object.entries(data.values)).toEqual([
		['text', ['in text']],
		['constructor', ['in constructor']],
		['__proto__', ['in __proto__']],
		['place', ['in place', 'in place']]
	]);
	expect(data.problems).toEqual([{ at: 'text', code: 'missing' }]);
});

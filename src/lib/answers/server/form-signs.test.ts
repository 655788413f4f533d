import { expect, test } from 'vitest';
import { createTestContext } from '#tests/support/context.ts';
import { decoyField, formMark, looksHasty } from './form-signs.ts';

const opened = Date.parse('2027-03-15T12:00:00.700Z');

/** Sends a form this many milliseconds after it was made. */
async function sentAfter(milliseconds: number, fields: Record<string, string> = {}): Promise<boolean> {
	const ctx = await createTestContext();
	ctx.setNow(new Date(opened));
	const form = new FormData();
	const sent = { made: formMark(ctx, 'dialogue'), [decoyField]: '', ...fields };
	for (const [name, value] of Object.entries(sent)) form.set(name, value);
	ctx.setNow(new Date(opened + milliseconds));
	return looksHasty(ctx, 'dialogue', form);
}

test.each<[string, boolean, number, Record<string, string>]>([
	['a form sent at once', true, 0, {}],
	['a form sent after a second', true, 1000, {}],
	['a form sent after two seconds', false, 2000, {}],
	['a form sent the next day', false, 86_400_000, {}],
	['a form whose unseen field is filled in', true, 60_000, { [decoyField]: 'https://spam.example' }],
	['a form without its mark', true, 60_000, { made: '' }],
	['a form with a mark of another shape', true, 60_000, { made: '12' }],
	['a form that is sent once more', false, 0, { again: '1', made: '' }]
])('%s looks hasty: %s', async (_, hasty, milliseconds, fields) => {
	expect(await sentAfter(milliseconds, fields)).toBe(hasty);
});

test('a mark tells nobody when the form was made', async () => {
	const ctx = await createTestContext();
	const marks = [0, 1, 2, 60, 3600].map((seconds) => {
		ctx.setNow(new Date(opened + seconds * 1000));
		return formMark(ctx, 'dialogue');
	});
	expect(new Set(marks).size).toBe(5);
	for (const mark of marks) expect(mark).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

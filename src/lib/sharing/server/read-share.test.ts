import { expect, test } from 'vitest';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { savePlaceSettings } from '#lib/places/server/save-place-settings.ts';
import { defaultPlaceSettings } from '#lib/places/settings.ts';
import { openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { readEmbedded, readFrameOrigins } from './read-embedded.ts';
import { readInvitation, readShare } from './read-share.ts';

const list = (ctx: TestContext, placeCode: string, ...embedOrigins: string[]) =>
	ctx.db
		.transaction()
		.execute((trx) => savePlaceSettings(trx, { ...defaultPlaceSettings(placeCode), embedOrigins }));

onBothEngines('sharing a dialogue', (createContext) => {
	test('gives those who may share it the questions, the sender and the place', async () => {
		const ctx = await createContext();
		const { code } = await openTestDialogue(ctx);
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode: '1785' });
		const share = await readShare(editor, code);
		expect(share.place).toEqual({ code: '1785', name: 'Säffle', slug: 'saffle' });
		expect(share.profile.sender).toBe('Säffle kommun och Polisen');
		expect(share.definition.questions).toHaveLength(4);
		expect(share.logos).toEqual([]);
	});

	test('is nothing for anybody else, and neither is a code that nobody has', async () => {
		const ctx = await createContext();
		const { code } = await openTestDialogue(ctx);
		for (const wanted of [
			{ role: 'reader', placeCode: '1785' },
			{ role: 'publisher', placeCode: '2034' }
		] as const) {
			const { ctx: other } = await createStaff(ctx, wanted);
			await expect(readShare(other, code)).rejects.toMatchObject({ code: 'not-found' });
		}
		await expect(readShare({ ...ctx, actor: { kind: 'visitor' } }, code)).rejects.toMatchObject({
			code: 'not-found'
		});
		await expect(readShare(ctx, '100001')).rejects.toMatchObject({ code: 'not-found' });
	});

	test('invites nobody to a dialogue that has closed, but still has its addresses', async () => {
		const ctx = await createContext();
		const { id, code } = await openTestDialogue(ctx);
		expect((await readInvitation(ctx, code)).dialogue.code).toBe(code);
		await closeDialogue(ctx, id);
		await expect(readInvitation(ctx, code)).rejects.toMatchObject({ code: 'not-found' });
		expect((await readShare(ctx, code)).dialogue.code).toBe(code);
	});
});

onBothEngines('boxes on other sites', (createContext) => {
	test('show only dialogues that are asked through them', async () => {
		const ctx = await createContext();
		const { code } = await openTestDialogue(ctx);
		await expect(readEmbedded(ctx, code)).rejects.toMatchObject({ code: 'not-found' });
		expect(await readFrameOrigins(ctx, { code })).toBeNull();
		const asked = await openTestDialogue(ctx, { channels: ['web', 'embed'] });
		expect((await readEmbedded(ctx, asked.code)).id).toBe(asked.id);
		expect(await readFrameOrigins(ctx, { code: '100001' })).toBeNull();
	});

	test('are let in by the place itself, or by the nearest place above that has settings', async () => {
		const ctx = await createContext();
		const { code } = await openTestDialogue(ctx, { channels: ['embed'] });
		expect(await readFrameOrigins(ctx, { code })).toEqual([]);
		await list(ctx, 'pr-bergslagen', 'https://polisen.example');
		expect(await readFrameOrigins(ctx, { code })).toEqual(['https://polisen.example']);
		await list(ctx, 'lpo-arvika', 'https://arvika.example', 'https://saffle.example');
		expect(await readFrameOrigins(ctx, { code })).toEqual([
			'https://arvika.example',
			'https://saffle.example'
		]);
		await list(ctx, '1785');
		expect(await readFrameOrigins(ctx, { code })).toEqual([]);
		await list(ctx, '2034', 'https://orsa.example');
		expect(await readFrameOrigins(ctx, { code })).toEqual([]);
	});
});

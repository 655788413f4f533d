import { expect, test } from 'vitest';
import { readLog } from '#lib/accounts/server/read-log.ts';
import { defaultSettings } from '#lib/dialogues/settings.ts';
import { readLogo } from '#lib/places/server/settings-logos.ts';
import { mostLogoBytes } from '#lib/places/settings-logo.ts';
import { defaultPlaceSettings, thresholdFloors } from '#lib/places/settings.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { readSettings } from './read-settings.ts';
import { deleteLogo, saveLogo, saveProfile, saveSettings } from './save-settings.ts';

const saffle = '1785';
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

test('the floors are what the anonymity design starts from', () => {
	for (const kind of ['openLink', 'meeting'] as const)
		expect(thresholdFloors[kind]).toEqual({
			crowd: defaultSettings[kind].crowd,
			insiders: defaultSettings[kind].insiders
		});
});

onBothEngines('settings of a place', (createContext) => {
	test('what an administrator saves is read back and stands in the log', async () => {
		const { ctx } = await createStaff(await createContext(), { role: 'administrator', placeCode: saffle });
		const wanted = {
			...defaultPlaceSettings(saffle),
			openLink: { crowd: 12, insiders: 4 },
			retentionDays: 365,
			registryNumber: 'KS 2026/118',
			embedOrigins: ['https://www.saffle.se']
		};
		expect(await saveSettings(ctx, wanted)).toEqual({ ok: true, value: wanted });
		expect((await readSettings(ctx, saffle)).settings).toEqual(wanted);
		const { events } = await readLog(ctx, { placeCode: saffle, action: 'settings.saved' });
		expect(events).toMatchObject([
			{ before: { openLink: ['10', '3'] }, after: { openLink: ['12', '4'], registryNumber: 'KS 2026/118' } }
		]);
	});

	test('a value below the floor changes nothing', async () => {
		const { ctx } = await createStaff(await createContext(), { role: 'administrator', placeCode: saffle });
		const weak = { ...defaultPlaceSettings(saffle), meeting: { crowd: 3, insiders: 0 } };
		const outcome = await saveSettings(ctx, weak);
		expect(outcome.ok ? [] : outcome.problems.map(({ at }) => at)).toEqual([
			'meeting.crowd',
			'meeting.insiders'
		]);
		expect((await readSettings(ctx, saffle)).settings).toEqual(defaultPlaceSettings(saffle));
		expect((await readLog(ctx, { placeCode: saffle, action: 'settings.saved' })).events).toEqual([]);
	});

	test('sender and contact are saved with what they were before', async () => {
		const { ctx } = await createStaff(await createContext(), { role: 'administrator', placeCode: saffle });
		const profile = { placeCode: saffle, sender: 'Säffle', contactEmail: 'a@saffle.se', contactPhone: null };
		expect(await saveProfile(ctx, profile)).toEqual({ ok: true, value: profile });
		const { events } = await readLog(ctx, { placeCode: saffle, action: 'profile.saved' });
		expect(events).toMatchObject([
			{ before: { sender: 'Säffle kommun och Polisen' }, after: { sender: 'Säffle' } }
		]);
	});

	test('a logo is stored, shown and taken away', async () => {
		const { ctx } = await createStaff(await createContext(), { role: 'administrator', placeCode: saffle });
		const added = await saveLogo(ctx, {
			placeCode: saffle,
			alternativeText: ' Säffle kommun ',
			content: png
		});
		if (!added.ok) throw new Error('refused');
		expect(added.value).toMatchObject({ alternativeText: 'Säffle kommun', mediaType: 'image/png' });
		const { content } = await readLogo(ctx, added.value.id);
		expect(new Uint8Array(content)).toEqual(png);
		await expect(deleteLogo(ctx, { id: added.value.id, placeCode: '1784' })).rejects.toMatchObject({
			code: 'not-found'
		});
		await deleteLogo(ctx, { id: added.value.id, placeCode: saffle });
		await expect(readLogo(ctx, added.value.id)).rejects.toMatchObject({ code: 'not-found' });
	});

	test('a logo that is too large, of another kind or without a text is refused', async () => {
		const { ctx } = await createStaff(await createContext(), { role: 'administrator', placeCode: saffle });
		const codes = async (content: Uint8Array, alternativeText = 'Säffle') => {
			const outcome = await saveLogo(ctx, { placeCode: saffle, alternativeText, content });
			return outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`);
		};
		const large = new Uint8Array(mostLogoBytes + 1);
		large.set(png);
		expect(await codes(large)).toEqual(['logo too-large']);
		expect(await codes(new TextEncoder().encode('<svg onload="alert(1)">'))).toEqual(['logo unknown-type']);
		expect(await codes(png, ' ')).toEqual(['alternativeText missing']);
	});

	test('somebody without the right finds nothing there', async () => {
		const created = await createContext();
		const { ctx: editor } = await createStaff(created, { role: 'editor', placeCode: saffle });
		const { ctx: neighbour } = await createStaff(created, { role: 'administrator', placeCode: '1784' });
		const { ctx: unproved } = await createStaff(created, {
			role: 'administrator',
			placeCode: saffle,
			secondFactor: false
		});
		for (const ctx of [editor, neighbour, unproved, { ...created, actor: { kind: 'visitor' } as const }]) {
			const absent = { code: 'not-found' };
			await expect(readSettings(ctx, saffle)).rejects.toMatchObject(absent);
			await expect(saveSettings(ctx, defaultPlaceSettings(saffle))).rejects.toMatchObject(absent);
			const logo = { placeCode: saffle, alternativeText: 'Säffle', content: png };
			await expect(saveLogo(ctx, logo)).rejects.toMatchObject(absent);
		}
	});
});

import { expect, test } from 'vitest';
import { listEvents } from '#lib/audit/server/list-events.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { openPartIn } from '#lib/dialogues/server/open-part.ts';
import { readFreeTexts } from '#lib/sealing/server/read-free-texts.ts';
import { definition, openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { planMeeting } from '#tests/support/meeting.ts';
import { createStaff } from '#tests/support/people.ts';
import { storeSealedTexts } from '#tests/support/sealed-texts.ts';
import { countUnread } from './count-unread.ts';
import { decideText } from './decide-text.ts';
import { hideTexts } from './hide-texts.ts';
import { listReleasedTexts } from './list-released-texts.ts';
import { listTextDialogues } from './list-text-dialogues.ts';
import { listThemes } from './list-themes.ts';
import { readModerationDesk } from './read-moderation-desk.ts';
import { readPublicTexts } from './read-public-texts.ts';
import { readTextsRevision } from './read-texts-revision.ts';
import { readWordCloud } from './read-word-cloud.ts';
import { releaseTexts } from './release-texts.ts';
import { removeTheme } from './remove-theme.ts';
import { saveTheme } from './save-theme.ts';
import { sortText } from './sort-text.ts';
import { undoDecision } from './undo-decision.ts';

const saffle = '1785';
const secret = 'Ring mig på 070-123 45 67 om lampan';

const form = (textId: string, changes: Record<string, unknown> = {}) => ({
	...{ textId, do: 'accept', mask: [], seen: [], hand: '', handKind: 'other', reason: null, themes: [] },
	...changes
});

/** An editor of Säffle and an open dialogue with these texts. */
async function deskWith(created: TestContext, texts: readonly string[], dialogues = definition) {
	const dialogue = await openTestDialogue(created, { definition: dialogues });
	const ids = await storeSealedTexts(created, dialogue, texts);
	const { ctx } = await createStaff(created, { role: 'editor', placeCode: saffle });
	return { ctx, dialogue, dialogueId: dialogue.id, ids };
}

onBothEngines('moderating texts', (createContext) => {
	test('a text with a telephone number is shown only with a word in its place', async () => {
		const created = await createContext();
		const { ctx, dialogueId, ids } = await deskWith(created, [secret, 'Det är mörkt vid stationen.']);
		const [told, plain] = ids as [string, string];
		const desk = await readModerationDesk(ctx, { dialogueId });
		expect(desk).toMatchObject({ unread: 2, waiting: [], released: [], least: 5 });
		const found = desk.batch.find(({ id }) => id === told)!;
		expect(found.findings).toEqual([{ stretch: '12-25', kind: 'phone', text: '070-123 45 67' }]);
		expect(Object.keys(found).sort()).toEqual(['findings', 'id', 'pieces', 'question', 'text', 'themes']);
		for (const wrong of [{}, { seen: [] }, { do: 'mask' }, { mask: ['12-25'], seen: ['12-25'] }])
			expect(await decideText(ctx, { dialogueId, form: form(told, wrong) })).toMatchObject({
				ok: false,
				problems: [{ code: 'undecided' }]
			});
		expect(await releaseTexts(ctx, { dialogueId })).toEqual({ released: 0, unread: 0 });
		const masked = form(told, { do: 'mask', mask: ['12-25'], seen: ['12-25'], hand: 'lampan' });
		expect(await decideText(ctx, { dialogueId, form: masked })).toMatchObject({ ok: true });
		expect(await countUnread(ctx, { dialogueId })).toBe(1);
		expect(await listReleasedTexts(created, { dialogueId })).toEqual([]);
		expect(await releaseTexts(ctx, { dialogueId })).toEqual({ released: 1, unread: 0 });
		await decideText(ctx, { dialogueId, form: form(plain) });
		await releaseTexts(ctx, { dialogueId });
		const texts = (await listReleasedTexts(created, { dialogueId })).map(({ text }) => text).sort();
		expect(texts).toEqual(['Det är mörkt vid stationen.', 'Ring mig på [telefonnummer] om [dolt]']);
		expect(await listReleasedTexts(created, { dialogueId, questionKey: 'other' })).toEqual([]);
		expect(await readTextsRevision(created, dialogueId)).toBe(2);
	});

	test('what was seen and let pass is shown as it was written, and the log tells nobody’s words', async () => {
		const created = await createContext();
		const { ctx, dialogueId, ids } = await deskWith(created, [secret]);
		const pass = form(ids[0]!, { seen: ['12-25'] });
		expect(await decideText(ctx, { dialogueId, form: pass })).toMatchObject({ ok: true });
		await releaseTexts(ctx, { dialogueId });
		expect(await listReleasedTexts(created, { dialogueId })).toMatchObject([{ text: secret }]);
		await hideTexts(ctx, { dialogueId, ids: [ids[0]!], hidden: true });
		const { events } = await listEvents(created, { limit: 10 });
		expect(events.map(({ action }) => action)).toEqual(
			expect.arrayContaining(['texts.moderated', 'texts.released', 'texts.hidden'])
		);
		expect(JSON.stringify(events)).not.toMatch(/070|lampan/);
		expect(JSON.stringify(await created.db.selectFrom('textDecision').selectAll().execute())).not.toMatch(
			/"start"|12-25|lampan/
		);
	});

	test('what is rejected is never shown, what is hidden is gone at once, and both can be read again', async () => {
		const created = await createContext();
		const { ctx, dialogueId, ids } = await deskWith(created, ['Ett', 'Två']);
		const [one, two] = ids as [string, string];
		expect(await decideText(ctx, { dialogueId, form: form(one, { do: 'reject' }) })).toMatchObject({
			problems: [{ code: 'reason-missing' }]
		});
		await decideText(ctx, { dialogueId, form: form(one, { do: 'reject', reason: 'abuse' }) });
		await decideText(ctx, { dialogueId, form: form(two) });
		await releaseTexts(ctx, { dialogueId });
		expect(await listReleasedTexts(created, { dialogueId })).toMatchObject([{ text: 'Två' }]);
		await expect(undoDecision(ctx, { dialogueId, textId: two })).rejects.toMatchObject({ code: 'not-open' });
		expect(await decideText(ctx, { dialogueId, form: form(two) })).toMatchObject({
			problems: [{ code: 'already-released' }]
		});
		expect(await hideTexts(ctx, { dialogueId, ids: 'all', hidden: true })).toBe(1);
		expect(await listReleasedTexts(created, { dialogueId })).toEqual([]);
		expect(await hideTexts(ctx, { dialogueId, ids: [two], hidden: false })).toBe(1);
		expect(await listReleasedTexts(created, { dialogueId })).toHaveLength(1);
		await hideTexts(ctx, { dialogueId, ids: [two], hidden: true });
		for (const textId of [one, two]) await undoDecision(ctx, { dialogueId, textId });
		expect(await countUnread(ctx, { dialogueId })).toBe(2);
		expect(await created.db.selectFrom('releasedText').selectAll().execute()).toEqual([]);
	});

	test('the dialogue shows what a meeting that asked its question released, until that is taken down', async () => {
		const created = await createContext();
		const { ctx, dialogue, dialogueId, ids } = await deskWith(created, ['Mörkt i parken']);
		const { id: partOf } = await planMeeting(created, { dialogueId }, []);
		const part = await created.db
			.transaction()
			.execute((trx) => openPartIn(trx, created, { ...dialogue, joins: dialogueId, partOf }));
		const written = await storeSealedTexts(created, part, ['Mörkt vid ån', 'Mörkt på torget']);
		for (const textId of written) await decideText(ctx, { dialogueId: part.id, form: form(textId) });
		await decideText(ctx, { dialogueId, form: form(ids[0]!) });
		await releaseTexts(ctx, { dialogueId });
		const shown = async () =>
			(await readPublicTexts(created, { dialogueId }))!.texts.map(({ text }) => text).sort();
		expect(await shown()).toEqual(['Mörkt i parken']);
		const before = await readTextsRevision(created, dialogueId);
		await releaseTexts(ctx, { dialogueId: part.id });
		expect(await shown()).toEqual(['Mörkt i parken', 'Mörkt på torget', 'Mörkt vid ån']);
		expect(await readTextsRevision(created, dialogueId)).toBeGreaterThan(before);
		expect(await listReleasedTexts(created, { dialogueId: part.id })).toHaveLength(2);
		expect((await readModerationDesk(ctx, { dialogueId })).released).toHaveLength(1);
		await hideTexts(ctx, { dialogueId: part.id, ids: 'all', hidden: true });
		expect(await shown()).toEqual(['Mörkt i parken']);
	});

	test('themes and words are counted in released texts, from as many as a crowd', async () => {
		const created = await createContext();
		const texts = Array.from({ length: 6 }, (_, number) => `Lamporna i Säffle är trasiga, nummer ${number}`);
		const { ctx, dialogueId, ids } = await deskWith(created, texts);
		const light = await saveTheme(ctx, { dialogueId, name: ' Mörka  gator ' });
		const rare = await saveTheme(ctx, { dialogueId, name: 'Buller' });
		if (!light.ok || !rare.ok) throw new Error('no themes');
		const { id } = light.value;
		expect(await saveTheme(ctx, { dialogueId, name: 'Mörka gator' })).toMatchObject({
			problems: [{ at: 'name', code: 'taken' }]
		});
		for (const textId of ids.slice(0, 5))
			await decideText(ctx, { dialogueId, form: form(textId, { themes: [id] }) });
		await sortText(ctx, { dialogueId, textId: ids[0]!, themes: [id, rare.value.id, 'unknown'] });
		expect(await listThemes(created, { dialogueId })).toEqual([]);
		expect(await readWordCloud(created, { dialogueId })).toEqual([]);
		await releaseTexts(ctx, { dialogueId });
		expect(await listThemes(created, { dialogueId })).toEqual([{ id, name: 'Mörka gator', count: 5 }]);
		expect(await readWordCloud(created, { dialogueId })).toEqual([
			{ word: 'lamporna', texts: 5 },
			{ word: 'nummer', texts: 5 },
			{ word: 'Säffle', texts: 5 },
			{ word: 'trasiga', texts: 5 }
		]);
		const { themes } = await readModerationDesk(ctx, { dialogueId });
		expect(themes.map(({ name, count }) => [name, count])).toEqual([
			['Buller', null],
			['Mörka gator', 5]
		]);
		await hideTexts(ctx, { dialogueId, ids: [ids[0]!], hidden: true });
		expect(await listThemes(created, { dialogueId })).toEqual([]);
		expect(await readWordCloud(created, { dialogueId })).toEqual([]);
		await removeTheme(ctx, { dialogueId, id });
		expect((await readModerationDesk(ctx, { dialogueId })).themes).toHaveLength(1);
	});

	test('the desk is in random order, the same throughout a session and another in the next', async () => {
		const created = await createContext();
		const texts = Array.from({ length: 30 }, (_, number) => `Text ${number}`);
		const { ctx, dialogueId } = await deskWith(created, texts);
		const { ctx: other } = await createStaff(created, { role: 'publisher', placeCode: 'lpo-arvika' });
		const order = async (who: typeof ctx) =>
			(await readModerationDesk(who, { dialogueId })).batch.map(({ text }) => text);
		expect(await order(ctx)).toEqual(await order(ctx));
		expect(await order(ctx)).not.toEqual(await order(other));
		expect(await order(ctx)).not.toEqual(texts.slice(0, 8));
		expect(await listTextDialogues(ctx)).toMatchObject([{ unread: 30, decided: 0, released: 0 }]);
	});

	test('texts of a sensitive question wait until the dialogue is closed', async () => {
		const created = await createContext();
		const questions = definition.questions.map((question) =>
			question.key === 'words' ? { ...question, sensitive: true } : question
		);
		const { ctx, dialogueId, ids } = await deskWith(created, ['Hemligt'], { ...definition, questions });
		await decideText(ctx, { dialogueId, form: form(ids[0]!) });
		expect(await releaseTexts(ctx, { dialogueId })).toEqual({ released: 0, unread: 0 });
		expect(await readModerationDesk(ctx, { dialogueId })).toMatchObject({ held: 1, waiting: [], least: 20 });
		await closeDialogue(created, dialogueId);
		await closeAndSeal(created, dialogueId);
		expect(await releaseTexts(ctx, { dialogueId })).toEqual({ released: 1, unread: 0 });
	});

	test('for whoever may not moderate there, nothing of it exists', async () => {
		const created = await createContext();
		const { ctx: allowed, dialogueId, ids } = await deskWith(created, ['Ett']);
		const strangers = await Promise.all([
			createStaff(created, { role: 'facilitator', placeCode: saffle }),
			createStaff(created, { role: 'administrator', placeCode: '2034' })
		]);
		const textId = ids[0]!;
		for (const ctx of [
			...strangers.map((one) => one.ctx),
			{ ...created, actor: { kind: 'visitor' } as const }
		]) {
			const tries = [
				() => readFreeTexts(ctx, { dialogueId, ids }),
				() => readModerationDesk(ctx, { dialogueId }),
				() => decideText(ctx, { dialogueId, form: form(textId) }),
				() => undoDecision(ctx, { dialogueId, textId }),
				() => releaseTexts(ctx, { dialogueId }),
				() => hideTexts(ctx, { dialogueId, ids: 'all', hidden: true }),
				() => saveTheme(ctx, { dialogueId, name: 'Ett' }),
				() => removeTheme(ctx, { dialogueId, id: 'x' }),
				() => sortText(ctx, { dialogueId, textId, themes: [] })
			];
			for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: 'not-found' });
		}
		expect(await readFreeTexts(allowed, { dialogueId, ids })).toMatchObject([{ text: 'Ett' }]);
		const other = await openTestDialogue(created);
		expect(await readFreeTexts(allowed, { dialogueId: other.id, ids })).toEqual([]);
		await expect(decideText(allowed, { dialogueId: other.id, form: form(textId) })).rejects.toMatchObject({
			code: 'not-found'
		});
	});

	test('what belongs to a text goes with it', async () => {
		const created = await createContext();
		const { ctx, dialogueId, ids } = await deskWith(created, ['Ett']);
		const theme = await saveTheme(ctx, { dialogueId, name: 'Ett' });
		await decideText(ctx, {
			dialogueId,
			form: form(ids[0]!, { themes: theme.ok ? [theme.value.id] : [] })
		});
		await releaseTexts(ctx, { dialogueId });
		await created.db.deleteFrom('freeText').where('id', '=', ids[0]!).execute();
		for (const table of ['textDecision', 'releasedText', 'textTheming'] as const)
			expect(await created.db.selectFrom(table).selectAll().execute()).toEqual([]);
	});
});

import { expect, test } from 'vitest';
import { invitePerson } from '#lib/accounts/server/invite-person.ts';
import { savePlan } from '#lib/dialogues/server/save-plan.ts';
import { draftFromTemplate } from '#lib/questionnaire/server/draft-from-template.ts';
import { decideText } from '#lib/texts/server/decide-text.ts';
import { openTestDialogue } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { openEightQuestionsIn } from '#tests/support/open-dialogue.ts';
import { createStaff } from '#tests/support/people.ts';
import { storeSealedTexts } from '#tests/support/sealed-texts.ts';
import { listDeskDialogues, readDesk } from './read-desk.ts';
import { readPlaceTree, readWorkPlace } from './read-places.ts';

const saffle = '1785';

onBothEngines('the desk', (createContext) => {
	test('shows what goes on in the person’s places, also below them', async () => {
		const created = await createContext();
		await openEightQuestionsIn(created);
		const { ctx: area } = await createStaff(created, { role: 'reader', placeCode: 'lpo-arvika' });
		const { ctx: neighbour } = await createStaff(created, { role: 'reader', placeCode: '1780' });
		expect((await readDesk(area)).ongoing).toMatchObject([{ placeName: 'Säffle', state: 'open' }]);
		expect(await readDesk(neighbour)).toEqual({ toDo: [], ongoing: [], done: [] });
		await expect(listDeskDialogues(neighbour, saffle)).rejects.toMatchObject({ code: 'not-found' });
	});

	test('says what is due, and what has not come in time first', async () => {
		const created = await createContext();
		await openEightQuestionsIn(created);
		const { ctx } = await createStaff(created, { role: 'administrator', placeCode: saffle });
		expect((await readDesk(ctx)).toDo.map(({ kind }) => kind)).not.toContain('results-overdue');
		created.setNow(new Date(created.now().getTime() + 50 * 24 * 60 * 60 * 1000));
		const later = { ...ctx, now: created.now };
		const kinds = (await readDesk(later)).toDo.map(({ kind }) => kind);
		expect(kinds[0]).toBe('results-overdue');
		expect(kinds).toContain('contact');
	});

	test('reminds of drafts that are to open, and that should have', async () => {
		const created = await createContext();
		const { id } = await draftFromTemplate(created, { placeCode: saffle, template: 'K3' });
		await savePlan(created, { draftId: id, plan: { opensOn: '2027-03-10' } });
		const href = `/arbete/enkater/${id}/oppna/sammanfattning`;
		const { ctx } = await createStaff(created, { role: 'editor', placeCode: 'lpo-arvika' });
		expect((await readDesk(ctx)).toDo).toMatchObject([{ kind: 'opening-due', href, placeName: 'Säffle' }]);
		created.setNow('2027-03-11T12:00:00Z');
		const later = { ...ctx, now: created.now };
		expect((await readDesk(later)).toDo).toMatchObject([{ kind: 'opening-overdue', dueOn: '2027-03-10' }]);
		const { ctx: reader } = await createStaff(created, { role: 'reader', placeCode: saffle });
		expect((await readDesk(reader)).toDo).toEqual([]);
	});

	test('says in how many dialogues texts wait, to those who may decide about them', async () => {
		const created = await createContext();
		const { ctx } = await createStaff(created, { role: 'editor', placeCode: 'lpo-arvika' });
		const { ctx: leader } = await createStaff(created, { role: 'facilitator', placeCode: saffle });
		const { ctx: neighbour } = await createStaff(created, { role: 'editor', placeCode: '1780' });
		const dialogue = await openTestDialogue(created);
		const [first, second] = await storeSealedTexts(created, dialogue, ['Mörkt i gången.', 'Fler lampor.']);
		await storeSealedTexts(created, await openTestDialogue(created), ['Tystare mopeder.']);
		const waiting = async (who: typeof ctx) =>
			(await readDesk(who)).toDo.filter(({ kind }) => kind === 'texts-unread');
		expect(await waiting(ctx)).toEqual([
			{ kind: 'texts-unread', about: '', dialogues: 2, placeName: null, href: '/arbete/texter', dueOn: null }
		]);
		expect([...(await waiting(leader)), ...(await waiting(neighbour))]).toEqual([]);
		const decided = {
			do: 'accept',
			mask: [],
			seen: [],
			hand: '',
			handKind: 'other',
			reason: null,
			themes: []
		};
		for (const textId of [first, second])
			await decideText(ctx, { dialogueId: dialogue.id, form: { ...decided, textId } });
		expect(await waiting(ctx)).toMatchObject([{ dialogues: 1 }]);
	});

	test('reminds of invitations that wait and of a second factor that is missing', async () => {
		const created = await createContext();
		const { ctx } = await createStaff(created, { role: 'administrator', placeCode: saffle });
		await invitePerson(ctx, {
			email: 'ny@saffle.example',
			role: 'reader',
			placeCode: saffle,
			origin: 'https://lyhord.example'
		});
		expect((await readDesk(ctx)).toDo).toMatchObject([
			{ kind: 'contact', about: 'Säffle' },
			{ kind: 'invitation', about: 'ny@saffle.example', dueOn: '2027-03-08' }
		]);
		const { ctx: reader } = await createStaff(created, {
			role: 'reader',
			placeCode: saffle,
			secondFactor: false
		});
		expect((await readDesk(reader)).toDo).toMatchObject([{ kind: 'second-factor' }]);
	});

	test('places are a tree with the roles given in each', async () => {
		const { ctx } = await createStaff(await createContext(), { role: 'editor', placeCode: 'lpo-arvika' });
		const [area, ...others] = await readPlaceTree(ctx);
		expect(others).toEqual([]);
		expect(area).toMatchObject({ name: 'Arvika', roles: ['editor'] });
		expect(area!.children.map(({ name }) => name)).toContain('Säffle');
		expect(await readWorkPlace(ctx, saffle)).toMatchObject({
			above: [{ code: 'lpo-arvika', name: 'Arvika' }],
			roles: ['editor'],
			may: { people: false, settings: false, log: false }
		});
		await expect(readWorkPlace(ctx, '1780')).rejects.toMatchObject({ code: 'not-found' });
	});
});

import { expect, test } from 'vitest';
import { createCollection } from '#lib/collection/server/create-collection.ts';
import { openDevice } from '#lib/collection/server/open-device.ts';
import { recordEntries } from '#lib/collection/server/record-entries.ts';
import { randomId } from '#lib/server/random.ts';
import { addPoint } from '#lib/walks/server/save-point.ts';
import { createWalk } from '#lib/walks/server/save-walk.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { storeDialogue } from '#tests/support/published.ts';
import { storeSealedTexts } from '#tests/support/sealed-texts.ts';
import { findSources } from './find-sources.ts';
import { recordEvidence } from './record-evidence.ts';

const placeCode = '1785';
const day = '2027-02-27';

/** Seven talks and one note from the square. */
async function collect(ctx: TestContext, leader: TestContext): Promise<void> {
	const lists = { spots: 'Torget', themes: 'Belysning\nTrafik' };
	const occasion = { placeCode, dialogueId: null, meetingId: null, name: 'Torgdagen', day, ...lists };
	const { id: collectionId } = await mustBeOk(createCollection(leader, occasion));
	const { path } = await mustBeOk(openDevice(leader, { collectionId, name: 'Telefon' }));
	const talks = ['belysning', 'belysning', 'belysning', 'belysning', 'belysning', 'trafik', 'trafik'];
	const where = { spot: 'torget', tone: 'problem' };
	const note = { paraphrase: 'Mörkt', slot: 'day', groupSize: 'one', ageBand: 'adults' };
	const entries = [
		...talks.map((theme) => ({ kind: 'tally', key: randomId(ctx.random), theme, ...where })),
		{ kind: 'note', key: randomId(ctx.random), themes: ['trafik'], ...note, ...where }
	];
	const visitor: TestContext = { ...ctx, actor: { kind: 'visitor' } };
	const { accepted } = await recordEntries(visitor, {
		...{ token: path.slice('/falt/'.length), body: { entries } }
	});
	expect(accepted).toHaveLength(8);
}

/** A point that somebody has answered for. */
async function walkAlong(leader: TestContext): Promise<void> {
	const walk = { route: 'Centrum', day, participants: 12, about: '' };
	const { id: walkId } = await mustBeOk(createWalk(leader, { placeCode, dialogueCode: null, walk }));
	const seen = { spot: 'Tunneln', category: 'light', observation: 'Två lampor är trasiga.' };
	const done = { responsible: 'Tekniska', answer: 'Bytta.', status: 'done', doneOn: day };
	await mustBeOk(addPoint(leader, { walkId, point: { fields: { ...seen, ...done }, photo: null } }));
}

/** Ten released texts of one theme, and one of a theme that is too small to be shown. */
async function writeTexts(ctx: TestContext): Promise<void> {
	const dialogue = await storeDialogue(ctx, 'closed');
	const dialogueId = dialogue.id;
	const ids = await storeSealedTexts(ctx, dialogue, Array<string>(10).fill('Mörkt'));
	const about = { dialogueId, questionKey: 'free', text: 'Mörkt', hidden: 0 };
	await ctx.db
		.insertInto('releasedText')
		.values(ids.map((textId) => ({ textId, ...about })))
		.execute();
	const themes = [
		{ id: 'dark', dialogueId, name: 'Mörka gator' },
		{ id: 'noise', dialogueId, name: 'Buller' }
	];
	await ctx.db.insertInto('textTheme').values(themes).execute();
	const belongs = [
		...ids.map((textId) => ({ themeId: 'dark', textId })),
		{ themeId: 'noise', textId: ids[0]! }
	];
	await ctx.db.insertInto('textTheming').values(belongs).execute();
}

onBothEngines('sources beside answers', (createContext) => {
	test('talks, themes of notes and of texts and points of walks become evidence, each in its own words', async () => {
		const ctx = await createContext();
		const { ctx: leader } = await createStaff(ctx, { role: 'facilitator', placeCode });
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		await collect(ctx, leader);
		await walkAlong(leader);
		await writeTexts(ctx);
		const found = await findSources(editor, placeCode);
		const taken = await Promise.all(
			found.map(({ value }) => mustBeOk(recordEvidence(editor, { kind: 'source', placeCode, value })))
		);
		expect(taken.map(({ kind, statement, n, figure }) => [kind, statement, n, figure])).toEqual([
			['tally', '5 av 7 samtal handlade om belysning', 7, null],
			['tally', '2 av 7 samtal handlade om trafik', 7, null],
			['note-theme', '1 av 1 anteckningar tar upp trafik', 1, null],
			['text-theme', '10 fritexter handlar om mörka gator', 10, null],
			['walk-point', 'Tunneln: Två lampor är trasiga.', null, null]
		]);
		expect(taken.at(-1)).toMatchObject({
			...{ source: 'Trygghetsvandring Centrum', day, selection: 'trygghetsvandring' },
			frozen: { notes: ['Tekniska: Bytta.'], status: 'done' }
		});
		const gone = { kind: 'source', placeCode, value: 'walk-point|nowhere' } as const;
		expect(await recordEvidence(editor, gone)).toMatchObject({ problems: [{ code: 'not-shown' }] });
	});
});

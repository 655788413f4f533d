import { expect, test } from 'vitest';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { publishReport } from '#lib/meetings/server/publish-report.ts';
import { readAgenda } from '#lib/meetings/server/read-agenda.ts';
import { saveReport } from '#lib/meetings/server/save-report.ts';
import { decideText } from '#lib/texts/server/decide-text.ts';
import { hideTexts } from '#lib/texts/server/hide-texts.ts';
import { releaseTexts } from '#lib/texts/server/release-texts.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { planMeeting, steerThrough } from '#tests/support/meeting.ts';
import { createStaff } from '#tests/support/people.ts';
import { storeDialogue } from '#tests/support/published.ts';
import { storeSealedTexts } from '#tests/support/sealed-texts.ts';
import type { Block, SectionKey } from '../picture.ts';
import { draftPicture } from './draft-picture.ts';
import { listQuotable } from './list-quotable.ts';
import { quoteText } from './quote-text.ts';
import { readEvidence } from './read-evidence.ts';
import { readPicture, readPublishedPicture } from './read-picture.ts';
import { saveSection } from './save-picture.ts';
import { freezePicture, publishPicture, signPicture } from './sign-picture.ts';

const placeCode = '1785';
const words = 'Det är mörkt vid stationen.';

async function releaseAll(editor: TestContext, { id: dialogueId }: Dialogue, ids: readonly string[]) {
	const blank = { mask: [], seen: [], hand: '', handKind: 'other', reason: null, themes: [] };
	for (const textId of ids)
		await mustBeOk(decideText(editor, { dialogueId, form: { ...blank, textId, do: 'accept' } }));
	await releaseTexts(editor, { dialogueId });
}

/** A draft in Säffle and a dialogue with one released text and one that nobody has read. */
async function drafted(ctx: TestContext) {
	const dialogue = await storeDialogue(ctx, 'closed');
	const [read] = (await storeSealedTexts(ctx, dialogue, [words, 'Ingen har läst det här.'])) as [string];
	const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
	await releaseAll(editor, dialogue, [read]);
	const about = { placeCode, title: 'Lägesbild', from: '2027-01-01', to: '2027-06-30' };
	const picture = await mustBeOk(draftPicture(editor, { ...about, dialogueIds: [], seriesIds: [] }));
	const hide = (hidden: boolean) => hideTexts(editor, { dialogueId: dialogue.id, ids: [read], hidden });
	return { editor, dialogue, textId: read, pictureId: picture.id, hide };
}

async function shownIn(ctx: TestContext, pictureId: string) {
	const { snapshot } = await readPicture(ctx, pictureId);
	return snapshot.evidence.map(({ statement, withdrawn }) => ({ statement, withdrawn }));
}

const write = async (ctx: TestContext, pictureId: string, section: SectionKey, block: Block) => {
	const { sections } = await readPicture(ctx, pictureId);
	const { revision, blocks } = sections.find(({ key }) => key === section)!;
	return saveSection(ctx, { pictureId, section, revision, blocks: [...blocks, block] });
};

onBothEngines('a quote', (createContext) => {
	test('is picked among released texts, is evidence that leads to where it was said, and is never typed', async () => {
		const ctx = await createContext();
		const { editor, textId, pictureId } = await drafted(ctx);
		expect(await listQuotable(editor, placeCode)).toMatchObject([
			{ title: 'Trygghet i Säffle', kind: 'dialogue', texts: [{ id: textId, text: words }] }
		]);
		for (const one of [1, 2]) {
			await mustBeOk(quoteText(editor, { pictureId, section: 'said', textId }));
			const { sections, snapshot } = await readPicture(editor, pictureId);
			expect(sections.find(({ key }) => key === 'said')!.blocks).toHaveLength(one);
			expect(snapshot.evidence).toMatchObject([
				{
					...{ kind: 'quote', statement: `”${words}”`, source: 'Trygghet i Säffle' },
					href: '/saffle/dialog/trygghet/resultat/texter'
				}
			]);
		}
		const unread = await quoteText(editor, { pictureId, section: 'said', textId: 'another' });
		expect(unread).toMatchObject({ problems: [{ code: 'not-shown' }] });
		const typed: Block = { id: 'q', kind: 'quote', text: 'Hittat på', from: '' };
		expect(await write(editor, pictureId, 'said', typed)).toMatchObject({
			problems: [{ code: 'quote-typed' }]
		});
	});

	test('can be what a published report of a meeting quotes', async () => {
		const ctx = await createContext();
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		const { id } = await planMeeting(ctx);
		await steerThrough(ctx, { id }, 'start', 3);
		const { steps } = await readAgenda(ctx, id);
		const wall = { id: steps[3]!.dialogueId! } as Dialogue;
		const ids = await storeSealedTexts(ctx, wall, ['Bra sagt', 'Inte citerat']);
		await releaseAll(editor, wall, ids);
		await mustBeOk(saveReport(ctx, { meetingId: id, conclusions: '', quotes: [ids[0]!] }));
		await steerThrough(ctx, { id }, 'end');
		expect(await listQuotable(editor, placeCode)).toEqual([]);
		await publishReport(ctx, id);
		expect(await listQuotable(editor, placeCode)).toMatchObject([
			{ kind: 'report', title: 'Dialogmöte i Säffle', texts: [{ id: ids[0], text: 'Bra sagt' }] }
		]);
	});

	test('that was typed before quotes were picked stays word for word', async () => {
		const ctx = await createContext();
		const { editor, pictureId } = await drafted(ctx);
		const old = { id: 'q', kind: 'quote', text: 'Så sa någon', from: 'Torget' } as const;
		await ctx.db
			.updateTable('pictureSection')
			.set({ blocks: JSON.stringify([old]) })
			.where('pictureId', '=', pictureId)
			.where('section', '=', 'said')
			.execute();
		const blocks = [{ ...old, text: 'Ändrat' }];
		const saved = await mustBeOk(saveSection(editor, { pictureId, section: 'said', revision: 1, blocks }));
		expect(saved.blocks).toEqual([old]);
	});

	test('that is taken down loses its words everywhere, stops a draft, and comes back with the text', async () => {
		const ctx = await createContext();
		const { editor, textId, pictureId, hide } = await drafted(ctx);
		await mustBeOk(quoteText(editor, { pictureId, section: 'said', textId }));
		for (const section of ['asked', 'unknown', 'chosen'] as const)
			await mustBeOk(write(editor, pictureId, section, { id: 't', kind: 'text', text: 'Ord' }));
		await hide(true);
		expect(await shownIn(editor, pictureId)).toEqual([
			{ statement: 'Citatet visas inte längre', withdrawn: true }
		]);
		expect(await freezePicture(editor, pictureId)).toMatchObject({
			problems: [{ code: 'withdrawn-evidence' }]
		});
		expect(await quoteText(editor, { pictureId, section: 'said', textId })).toMatchObject({ ok: false });
		await hide(false);
		await mustBeOk(freezePicture(editor, pictureId));
		const sides = [
			['police', 'lpo-arvika'],
			['municipality', placeCode]
		] as const;
		for (const [side, place] of sides) {
			const { ctx: signer } = await createStaff(ctx, { role: 'publisher', placeCode: place });
			await mustBeOk(signPicture(signer, { id: pictureId, side, title: 'Chef' }));
			if (side === 'municipality') await mustBeOk(publishPicture(signer, pictureId));
		}
		const everybody = { ...ctx, actor: { kind: 'visitor' } } as TestContext;
		const published = async () => JSON.stringify(await readPublishedPicture(everybody, { placeCode }));
		const signed = await published();
		expect(signed).toContain(words);
		const { evidence } = (JSON.parse(signed) as { snapshot: { evidence: { id: string }[] } }).snapshot;
		await hide(true);
		expect(await published()).not.toContain(words);
		expect(JSON.stringify(await readEvidence(everybody, evidence[0]!.id))).not.toContain(words);
		await hide(false);
		expect(await published()).toBe(signed);
		await ctx.db.deleteFrom('releasedText').execute();
		await ctx.db.deleteFrom('textDecision').execute();
		await ctx.db.deleteFrom('freeText').execute();
		expect(await published()).toBe(signed);
	});
});

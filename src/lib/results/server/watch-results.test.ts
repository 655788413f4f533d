import { afterEach, expect, test } from 'vitest';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { storeDialogue, storeRelease } from '#tests/support/published.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import type { ResultFilter } from '../filter.ts';
import type { Result } from '../public-result.ts';
import { announceRelease, watchResults } from './watch-results.ts';

interface Seen {
	frames: Uint8Array[];
	texts: () => string[];
	results: () => Result[];
	leave: () => void;
}

const leaving: (() => void)[] = [];
afterEach(() => leaving.splice(0).forEach((leave) => leave()));

interface Look {
	filter?: ResultFilter;
	lastEventId?: string;
}

/** Somebody who watches, and what they have been sent. */
function watch(ctx: TestContext, dialogue: Dialogue, { filter = {}, lastEventId }: Look = {}): Seen {
	const frames: Uint8Array[] = [];
	const sink = { send: (frame: Uint8Array) => void frames.push(frame), close: () => undefined };
	const leave = watchResults(ctx, { dialogue, filter, language: 'sv' }, { sink, lastEventId });
	leaving.push(leave);
	const texts = () => frames.map((frame) => new TextDecoder().decode(frame));
	const results = () =>
		texts().flatMap((text) => {
			const data = /^data: (.*)$/m.exec(text)?.[1];
			return data ? [JSON.parse(data) as Result] : [];
		});
	return { frames, texts, results, leave };
}

async function until(condition: () => boolean): Promise<void> {
	const end = performance.now() + 8000;
	while (!condition()) {
		if (performance.now() > end) throw new Error('it did not happen within 8 s');
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

const sealed = (sheets: number) => ({ sealed: { '*|*': sheets } });

onBothEngines('watching results', (createContext) => {
	test('the present state comes at once, with the release as the id', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		await storeRelease(ctx, { dialogue, seq: 3 }, sealed(10));
		const viewer = watch(ctx, dialogue);
		await until(() => viewer.frames.length > 0);
		expect(viewer.texts()[0]).toMatch(/^id: 3\nevent: release\ndata: \{.*\}\n\n$/);
		expect(viewer.results()[0]).toMatchObject({ seq: 3, n: 10 });
	});

	test('a release is encoded once for all who watch the same thing', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		const viewers = [watch(ctx, dialogue), watch(ctx, dialogue)];
		const elsewhere = watch(ctx, dialogue, { filter: { district: ['norra'] } });
		await until(() => [...viewers, elsewhere].every(({ frames }) => frames.length === 1));
		await storeRelease(ctx, { dialogue, seq: 1 }, sealed(10));
		announceRelease(ctx.db, dialogue.id, 1);
		await until(() => [...viewers, elsewhere].every(({ frames }) => frames.length === 2));
		expect(viewers[0]!.frames[1]).toBe(viewers[1]!.frames[1]);
		expect(viewers[0]!.results()[1]).toMatchObject({ seq: 1, n: 10 });
		expect(elsewhere.results()[1]).toMatchObject({ seq: 1, n: null });
	});

	test('who has the latest release already is not sent it again, but the next one', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		await storeRelease(ctx, { dialogue, seq: 1 }, sealed(10));
		const viewer = watch(ctx, dialogue, { lastEventId: '1' });
		await until(() => viewer.frames.length > 0);
		expect(viewer.texts()).toEqual([': 1 is the latest\n\n']);
		await storeRelease(ctx, { dialogue, seq: 2 }, sealed(25));
		announceRelease(ctx.db, dialogue.id, 2);
		await until(() => viewer.results().length > 0);
		expect(viewer.results().map(({ seq }) => seq)).toEqual([2]);
	});

	test('who comes back with an older one catches up', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		for (const seq of [1, 2]) await storeRelease(ctx, { dialogue, seq }, sealed(10 * seq));
		const viewer = watch(ctx, dialogue, { lastEventId: '1' });
		await until(() => viewer.results().length > 0);
		expect(viewer.results()).toMatchObject([{ seq: 2, n: 20 }]);
	});

	test('a release of another process, and a closing, are found without being told', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		const viewer = watch(ctx, dialogue);
		await until(() => viewer.frames.length === 1);
		await storeRelease(ctx, { dialogue, seq: 1 }, sealed(10));
		await until(() => viewer.results().at(-1)?.seq === 1);
		await ctx.db.updateTable('dialogue').set({ state: 'closed' }).where('id', '=', dialogue.id).execute();
		await until(() => viewer.results().at(-1)?.state === 'closed');
		expect(viewer.results().map(({ seq, state }) => `${seq} ${state}`)).toEqual([
			'0 open',
			'1 open',
			'1 closed'
		]);
	});

	test('frames keep two seconds apart, and the last one has everything', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		const viewer = watch(ctx, dialogue);
		await until(() => viewer.frames.length === 1);
		const times: number[] = [];
		for (const seq of [1, 2, 3]) {
			await storeRelease(ctx, { dialogue, seq }, sealed(10 * seq));
			announceRelease(ctx.db, dialogue.id, seq);
			await until(() => seq > 1 || viewer.frames.length === 2);
			if (seq === 1) times.push(performance.now());
		}
		await until(() => viewer.results().at(-1)?.seq === 3);
		expect(performance.now() - times[0]!).toBeGreaterThan(1900);
		expect(viewer.results().map(({ seq }) => seq)).toEqual([0, 1, 3]);
	});

	test('who has left is sent nothing more', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		const [gone, stays] = [watch(ctx, dialogue), watch(ctx, dialogue)];
		await until(() => gone.frames.length === 1 && stays.frames.length === 1);
		gone.leave();
		await storeRelease(ctx, { dialogue, seq: 1 }, sealed(10));
		announceRelease(ctx.db, dialogue.id, 1);
		await until(() => stays.frames.length === 2);
		expect(gone.frames).toHaveLength(1);
	});
});

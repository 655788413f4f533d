import { expect, test } from 'vitest';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { shownDefinition, storeDialogue, storeRelease, type ShownRelease } from '#tests/support/published.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import { parseFilter } from '../filter.ts';
import { readReleases } from './read-releases.ts';
import { readResults } from './read-results.ts';

const scale = (counts: Record<string, number>, skipped = 0) => ({
	sheets: Object.values(counts).reduce((sum, count) => sum + count, skipped),
	skipped,
	counts
});

/** 25 in the north, 12 in the south, 10 that cannot be told apart; nobody in the east. */
const release: ShownRelease = {
	sealed: { 'norra|16-29': 13, 'norra|*': 12, 'sodra|*': 12, '*|*': 10 },
	published: {
		safe_overall: {
			'norra|16-29': scale({ '1': 3, '2': 5, '3': 4 }, 1),
			'norra|*': scale({ '2': 6, '4': 4, dont_know: 2 }),
			'*|*': scale({ '1': 5, '3': 5 })
		},
		priority: {
			'sodra|*': {
				sheets: 12,
				skipped: 2,
				counts: { lighting: 8, drugs: 5 },
				first: { lighting: 6, drugs: 4 }
			}
		}
	}
};

const read = (ctx: TestContext, dialogue: Dialogue, query = '') =>
	readResults(ctx, {
		dialogue,
		filter: parseFilter(new URLSearchParams(query), shownDefinition.background),
		language: 'sv'
	});

onBothEngines('the gate', (createContext) => {
	test('before the first release nothing is shown, whatever is asked for', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		const result = await read(ctx, dialogue);
		expect(result).toMatchObject({ seq: 0, state: 'open', n: null, hidden: true, filter: {}, notSplit: 0 });
		expect(await read(ctx, dialogue, 'district=norra')).toEqual(result);
	});

	test('without a filter every published block counts, and what is withheld is said', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		await storeRelease(ctx, { dialogue, seq: 1 }, release);
		const result = await read(ctx, dialogue);
		expect(result).toMatchObject({ dialogue: '482913', seq: 1, n: 47, notSplit: 0, filter: {} });
		const [priority, safety, free] = result.questions;
		expect(safety).toMatchObject({ n: 34, skipped: 1, withheld: 12, base: 32 });
		expect(safety!.options.map(({ count }) => count)).toEqual([8, 11, 9, 4, 2]);
		expect(priority).toMatchObject({ n: 10, skipped: 2, withheld: 35 });
		expect(priority!.options.map(({ count, first }) => [count, first])).toEqual([
			[8, 6],
			[5, 4],
			[0, 0]
		]);
		expect(free).toMatchObject({ n: null, hidden: true, skipped: null, withheld: 47 });
	});

	test('a filter sums the labels inside it and says how many cannot be told apart', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		await storeRelease(ctx, { dialogue, seq: 1 }, release);
		const north = await read(ctx, dialogue, 'district=norra');
		expect(north).toMatchObject({ n: 25, notSplit: 10, filter: { district: ['norra'] } });
		expect(north.questions[1]).toMatchObject({ n: 24, skipped: 1, withheld: 0 });
		expect(north.questions[0]).toMatchObject({ n: null, hidden: true, skipped: null, withheld: 25 });
		const young = await read(ctx, dialogue, 'district=norra,sodra&age=16-29');
		expect(young).toMatchObject({ n: 13, notSplit: 34, filter: { district: ['norra'], age: ['16-29'] } });
	});

	test('n, skipped and withheld add up to the sealed sheets for every filter', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		await storeRelease(ctx, { dialogue, seq: 1 }, release);
		const districts = ['', 'norra', 'sodra', 'ostra', 'norra,sodra', 'norra,sodra,ostra'];
		const ages = ['', '16-29', '30-64', '16-29,30-64'];
		for (const query of districts.flatMap((one) => ages.map((age) => `district=${one}&age=${age}`))) {
			const { n, questions } = await read(ctx, dialogue, query);
			for (const { n: answered, skipped, withheld } of questions)
				expect((answered ?? 0) + (skipped ?? 0) + (withheld ?? 0)).toBe(n ?? 0);
		}
	});

	test('a hidden, an empty and an unknown filter give the same bytes', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		await storeRelease(ctx, { dialogue, seq: 1 }, release);
		const bytes = async (query: string) => JSON.stringify(await read(ctx, dialogue, query));
		const empty = await bytes('district=ostra');
		expect(JSON.parse(empty)).toMatchObject({ n: null, hidden: true, notSplit: 0, filter: {} });
		for (const query of ['district=sodra&age=16-29', 'district=mars', 'group=staff', 'age=rather_not_say'])
			expect(await bytes(query)).toBe(empty);
		expect(await bytes('district=norra,ostra')).toBe(await bytes('district=norra'));
		expect(await bytes('district=norra,mars')).toBe(await bytes('district=norra'));
	});

	test('a new release is seen at once, and never an older one after it', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		await storeRelease(ctx, { dialogue, seq: 1 }, { sealed: { '*|*': 10 } });
		expect((await read(ctx, dialogue)).n).toBe(10);
		await storeRelease(ctx, { dialogue, seq: 2 }, release);
		const results = await Promise.all(Array.from({ length: 20 }, () => read(ctx, dialogue)));
		expect(new Set(results.map(({ seq, n }) => `${seq} ${n}`))).toEqual(new Set(['2 47']));
	});

	test('a dialogue that is being closed is closed to those who look', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx, 'closing');
		expect((await read(ctx, dialogue)).state).toBe('closed');
	});

	test('the chain is read oldest first', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		for (const seq of [1, 2]) await storeRelease(ctx, { dialogue, seq }, release);
		expect(await readReleases(ctx, dialogue)).toEqual([
			{ seq: 1, day: '2027-03-01', hash: 'hash-1', previous: '' },
			{ seq: 2, day: '2027-03-01', hash: 'hash-2', previous: 'hash-1' }
		]);
	});
});

import { expect, test } from 'vitest';
import { createTestContext, onBothEngines, type TestContext } from '#tests/support/context.ts';
import { readKiosk } from '../../collection/server/open-kiosk.ts';
import { canAnswerInField, readDevice } from '../../collection/server/read-device.ts';
import { sumTallies } from '../../collection/server/sum-tallies.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import { listDialogues } from '../../dialogues/server/list-dialogues.ts';
import type { ResultQuestion } from '../../results/public-result.ts';
import { readResults } from '../../results/server/read-results.ts';
import { listQuotable } from '../../situation/server/list-quotable.ts';
import { findPersonalData } from '../../texts/personal-data.ts';
import { listTextDialogues } from '../../texts/server/list-text-dialogues.ts';
import { listPublishedWalks } from '../../walks/server/read-walk.ts';
import { saffleAreas } from '../areas.ts';
import { freeWords } from '../free-words.ts';
import { demonstrationPlaces, kristinehamn, saffle } from '../places.ts';
import { lowestDistrict } from '../saffle-2017.ts';
import { fillDemonstration, playSaffle2017 } from './fill-demonstration.ts';
import { openCollecting } from './open-collecting.ts';
import { staffActor } from './staff-actor.ts';

async function results(ctx: TestContext, dialogue: Dialogue, district?: string) {
	const filter = district === undefined ? {} : { district: [district] };
	const result = await readResults(ctx, { dialogue, filter, language: 'sv' });
	const question = (key: string): ResultQuestion => result.questions.find((one) => one.key === key)!;
	return { result, question };
}

const percent = (question: ResultQuestion, option: string): number =>
	Math.round((question.options.find(({ key }) => key === option)?.share ?? NaN) * 100);

/** Mean of the published answers on a scale whose keys are its steps. */
function grade({ options }: ResultQuestion): number {
	const counted = options.filter(({ count, apart }) => count !== null && !apart);
	const sum = (value: (step: number, count: number) => number) =>
		counted.reduce((total, { key, count }) => total + value(Number(key), count!), 0);
	return sum((step, count) => step * count) / sum((_, count) => count);
}

onBothEngines("Säffle's dialogue of 2017", (createContext) => {
	test('publishes the real shares, and one district has the lowest safety grade', async () => {
		const ctx = await createContext();
		const dialogue = await playSaffle2017(ctx);
		const { result, question } = await results(ctx, dialogue);
		expect(dialogue.state).toBe('closed');
		expect(result.n).toBeGreaterThan(490);
		expect(percent(question('most_difference'), 'accessible_police')).toBe(60);
		expect(percent(question('most_difference'), 'outdoors')).toBe(26);
		const grades = new Map<string, number>();
		for (const { key } of saffleAreas)
			grades.set(key, grade((await results(ctx, dialogue, key)).question('safe_overall')));
		const [lowest, second] = [...grades].sort(([, a], [, b]) => a - b);
		expect(lowest?.[0]).toBe(lowestDistrict);
		expect(second![1] - lowest![1]).toBeGreaterThan(0.4);
	});
});

test('the demonstration has results in each place, words to read, a kiosk, a collector and walks', async () => {
	const ctx = await createTestContext();
	const lines: string[] = [];
	await fillDemonstration(ctx, (line) => lines.push(line));
	expect(lines).toHaveLength(7);
	for (const placeCode of demonstrationPlaces) {
		const [dialogue] = await listDialogues(ctx, { placeCode, states: ['open'] });
		const { result, question } = await results(ctx, dialogue!);
		expect(result.n).toBeGreaterThan(80);
		expect(question('priority').options.some(({ rank }) => rank === 1)).toBe(true);
	}
	await expectGroupResults(ctx);
	await expectWordsToRead(ctx);
	await expectQuotes(ctx);
	await expectCollecting(ctx);
	expect(await listPublishedWalks(ctx, saffle)).toHaveLength(1);
});

/** Each group that Kristinehamn invites has results of its own. */
async function expectGroupResults(ctx: TestContext): Promise<void> {
	const [dialogue] = await listDialogues(ctx, { placeCode: kristinehamn, states: ['open'] });
	for (const group of [
		'residents',
		'business_owners',
		'municipal_staff',
		'politicians',
		'young_people',
		'pensioners'
	]) {
		const { n } = await readResults(ctx, { dialogue: dialogue!, filter: { group: [group] }, language: 'sv' });
		expect(n, group).toBeGreaterThanOrEqual(5);
	}
}

/** Some of what people wrote gives somebody away, and the desk finds each kind. */
async function expectWordsToRead(ctx: TestContext): Promise<void> {
	const [waiting, ...others] = await listTextDialogues(ctx);
	expect(others).toEqual([]);
	expect(waiting).toMatchObject({ title: 'Trygg i Säffle', decided: 0, released: 10 });
	expect(waiting!.unread).toBeGreaterThanOrEqual(10);
	const kinds = freeWords.flatMap((text) => findPersonalData(text).map(({ kind }) => kind));
	expect(kinds.sort()).toEqual(['email', 'name', 'personal-number', 'phone', 'plate']);
}

/** Whoever writes a picture of Säffle finds quotes to choose among: what was masked is not in them. */
async function expectQuotes(ctx: TestContext): Promise<void> {
	const editor = { ...ctx, actor: await staffActor(ctx, 'samordnare@demonstration.example') };
	const [source, ...others] = await listQuotable(editor, saffle);
	expect(others).toEqual([]);
	const texts = source!.texts.map(({ text }) => text);
	expect(texts).toContain('Ring [telefonnummer] om lampan vid cykelstället, den har varit trasig länge.');
	expect(texts.flatMap((text) => findPersonalData(text))).toEqual([]);
}

/** A collector's phone has counted and noted; its link and a kiosk's are new each time, and the earlier ones end. */
async function expectCollecting(ctx: TestContext): Promise<void> {
	const earlier = await openCollecting(ctx);
	const { field, kiosk } = await openCollecting(ctx);
	const token = (path: string) => path.split('/').at(-1)!;
	const device = await readDevice(ctx, token(field));
	expect(await canAnswerInField(ctx, device)).toBe(true);
	expect(await sumTallies(ctx, { collectionId: device.collection.id })).toMatchObject({ n: 24 });
	expect((await readKiosk(ctx, token(kiosk))).dialogue.slug).toBe('trygg-i-saffle');
	await expect(readDevice(ctx, token(earlier.field))).rejects.toMatchObject({ code: 'not-found' });
	await expect(readKiosk(ctx, token(earlier.kiosk))).rejects.toMatchObject({ code: 'not-found' });
}

import { expect, test } from 'vitest';
import { createTestContext, onBothEngines, type TestContext } from '#tests/support/context.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import { listDialogues } from '../../dialogues/server/list-dialogues.ts';
import type { ResultQuestion } from '../../results/public-result.ts';
import { readResults } from '../../results/server/read-results.ts';
import { saffleAreas } from '../areas.ts';
import { demonstrationPlaces, kristinehamn } from '../places.ts';
import { lowestDistrict } from '../saffle-2017.ts';
import { fillDemonstration, playSaffle2017 } from './fill-demonstration.ts';

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

test('the demonstration has an open dialogue with results in each of its places', async () => {
	const ctx = await createTestContext();
	const lines: string[] = [];
	await fillDemonstration(ctx, (line) => lines.push(line));
	expect(lines).toHaveLength(6);
	for (const placeCode of demonstrationPlaces) {
		const [dialogue] = await listDialogues(ctx, { placeCode, states: ['open'] });
		const { result, question } = await results(ctx, dialogue!);
		expect(result.n).toBeGreaterThan(80);
		expect(question('priority').options.some(({ rank }) => rank === 1)).toBe(true);
	}
});

test('each group that Kristinehamn invites has results of its own', async () => {
	const ctx = await createTestContext();
	await fillDemonstration(ctx, () => undefined);
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
});

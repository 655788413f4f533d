import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { onBothEngines, type TestContext } from '#tests/support/context.ts';
import { publishQuestionnaire } from '#lib/questionnaire/server/publish-questionnaire.ts';
import { ageQuestion, genderQuestion } from '#lib/questionnaire/bank/background.ts';
import { readPopulation } from '#lib/places/server/read-population.ts';
import { definition, opened } from '#tests/support/march-dialogue.ts';
import { storeRelease } from '#tests/support/published.ts';
import { readRepresentativeness } from './read-representativeness.ts';

async function asked(ctx: TestContext) {
	const background = [ageQuestion, genderQuestion];
	const { questionnaireId, version } = await publishQuestionnaire(ctx, {
		placeCode: '1785',
		definition: { ...definition, title: { sv: 'Vilka svarar', en: 'Who answers' }, background }
	});
	return opened(ctx, { questionnaireId, version });
}

onBothEngines('who is missing', (createContext) => {
	test('respondents are held against the population, by released numbers only', async () => {
		const ctx = await createContext();
		const dialogue = await asked(ctx);
		const empty = await readRepresentativeness(ctx, dialogue);
		expect(empty).toMatchObject({ n: null, channels: null, open: true, countedOn: null });
		await storeRelease(
			ctx,
			{ dialogue, seq: 1 },
			{
				sealed: {
					...{ '16-19|*': 12, '20-29|woman': 19, '30-44|woman': 100, '45-64|man': 120, '45-64|woman': 75 },
					...{ '65-79|man': 140, '80-plus|*': 20, '*|*': 14 }
				}
			}
		);
		for (const [channel, sheets] of [
			['web', 480],
			['paper', 12],
			['kiosk', 8]
		] as const)
			await ctx.db.insertInto('channelCount').values({ dialogueId: dialogue.id, channel, sheets }).execute();
		const found = await readRepresentativeness(ctx, dialogue);
		expect(found).toMatchObject({ n: 500, countedOn: '2022-12-31', placeName: 'Säffle' });
		expect(found.channels).toEqual([
			{ channels: ['web'], sheets: 480 },
			{ channels: ['kiosk', 'paper'], sheets: 20 }
		]);
		const [age, gender] = found.dimensions;
		expect(age).toMatchObject({ told: 486, untold: 14 });
		expect(age!.groups.map(({ ages, n, verdict }) => [ages!.from, n, verdict])).toEqual([
			[0, 12, 'fewer'],
			[20, 19, 'fewer'],
			[30, 100, 'more'],
			[45, 195, 'more'],
			[65, 160, 'alike']
		]);
		expect(age!.groups.reduce((sum, { population }) => sum + population!, 0)).toBe(peopleOf('1785', 'T'));
		expect(gender!.groups.map(({ keys, n, population }) => [keys.join(), n, population])).toEqual([
			['woman', 194, peopleOf('1785', 'K')],
			['man', 260, peopleOf('1785', 'M')]
		]);
	});

	test('the population agrees with its source to the person, also for several municipalities together', async () => {
		const ctx = await createContext();
		for (const codes of [['1785'], ['1785', '1765'], ['0180']]) {
			const { bands } = (await readPopulation(ctx, codes))!;
			for (const sex of ['T', 'M', 'K'] as const)
				expect(bands.filter((band) => band.sex === sex).reduce((sum, one) => sum + one.population, 0)).toBe(
					codes.reduce((sum, code) => sum + peopleOf(code, sex), 0)
				);
		}
		expect(await readPopulation(ctx, ['17'])).toBeNull();
	});
});

/** Inhabitants in the shipped figures, read apart from how the database was filled. */
function peopleOf(code: string, sex: 'T' | 'M' | 'K'): number {
	const { municipalities } = JSON.parse(readFileSync('src/lib/places/reference/population.json', 'utf8')) as {
		municipalities: Record<string, [number[], number[], number[]]>;
	};
	return municipalities[code]![['T', 'M', 'K'].indexOf(sex)]!.reduce((sum, one) => sum + one, 0);
}

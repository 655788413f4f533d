import { afterAll, describe, expect, test } from 'vitest';
import { entryKey } from '#lib/sealing/ledger.ts';
import { seededRandom } from '#lib/server/random.ts';
import { certainAnswers, prepareAttack, worstCoalitions } from './attacker.ts';
import { accept, close, openCore, seal, type CoreSheet } from './core-dialogue.ts';
import { brokenDefences } from './broken-defences.ts';
import { joinedMeeting } from './joined-meeting.ts';
import { insideOf, numbersByLabel, sumInside } from './public-numbers.ts';
import { gave, modelOf } from './question-model.ts';
import { addFindings, attack, findingsTable, models, type Finding } from './run-attack.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { sealedBlocks, type Defence } from './sealed-defence.ts';
import { questions } from './simulated-sheets.ts';

/** Plays per scenario of our own defence. */
const plays = 25;

const findings: Finding[] = [];
const note = (finding: Finding): Finding => {
	findings.push(finding);
	return finding;
};
afterAll(() => console.log(findingsTable(findings)));

describe('from sealed blocks nobody is inferred', () => {
	test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('in %s', (_, scenario) => {
		const finding = note(attack(sealedBlocks, scenario, { plays, least: 12, most: 1000 }));
		expect(finding).toMatchObject({ inferred: 0, smallDifferences: 0 });
		expect(finding.published).toBeGreaterThan(0.2);
	});
});

/** Everybody answers once, here or there; a meeting's blocks are proof against one insider. */
const joinable = scenarios.filter(({ name }) => /meeting|late/.test(name));

describe('from a meeting that joins a dialogue nobody is inferred', () => {
	test.each(joinable.map((scenario) => [scenario.name, scenario] as const))('in %s', (_, scenario) => {
		const finding = note(attack(joinedMeeting, scenario, { plays: 12, least: 24, most: 500 }));
		expect(finding).toMatchObject({ inferred: 0, smallDifferences: 0 });
	});
});

/** Where a protection is needed that few dialogues depend on. */
const revealing: Record<string, string[]> = {
	'conditional questions untied': ['a question asked of nearly all'],
	'sources not told apart': ['flood from one source', 'flood in a consensus']
};

const scenariosFor = ({ name }: Defence): Scenario[] =>
	scenarios.filter((scenario) => revealing[name]?.includes(scenario.name) ?? true);

describe('the same attack finds people when the defence is broken', () => {
	test.each(brokenDefences.map((defence) => [defence.name, defence] as const))('%s', (name, defence) => {
		const rare = name in revealing;
		const options = { plays: rare ? 30 : 2, least: 12, most: rare ? 200 : 60 };
		const found = scenariosFor(defence).map((scenario) => attack(defence, scenario, options));
		expect(note(addFindings(found)).inferred).toBeGreaterThan(0);
	});

	test.each(brokenDefences.slice(0, 3).map((defence) => [defence.name, defence] as const))(
		'%s shows differences of a few people',
		(_, defence) => {
			const { smallDifferences } = attack(defence, scenarios[0]!, { plays: 3, least: 30, most: 60 });
			expect(smallDifferences).toBeGreaterThan(0);
		}
	);
});

describe('the attacker', () => {
	const person = (id: string, safe: string): CoreSheet => ({
		id,
		background: {},
		answers: { safe },
		source: id
	});
	const [ann, bea, cia] = [person('a', 'yes'), person('b', 'no'), person('c', 'yes')] as const;
	const model = modelOf(questions[0]!);
	const count = (yes: number, no: number) => ({ sheets: yes + no, skipped: 0, counts: { yes, no } });
	const infer = (observations: [number[], number, number][], colluders: CoreSheet[] = []) => {
		const evidence = {
			atoms: [[ann], [bea], [cia]],
			observations: observations.map(([atoms, yes, no]) => ({
				question: 'safe',
				atoms,
				histogram: count(yes, no)
			}))
		};
		const found = certainAnswers(prepareAttack(evidence, [model]), new Set(colluders));
		return found.flatMap(({ people, option }) => people.map(({ id }) => `${id} ${option}`)).sort();
	};

	test('subtracts what is known before from what is known after', () => {
		expect(infer([[[0, 1], 1, 1]])).toEqual([]);
		expect(
			infer([
				[[0, 1], 1, 1],
				[[0, 1, 2], 2, 1]
			])
		).toEqual(['c yes']);
	});

	test('adds and subtracts groups that overlap', () => {
		const pairs: [number[], number, number][] = [
			[[0, 1], 1, 1],
			[[0, 2], 2, 0],
			[[1, 2], 1, 1]
		];
		expect(infer(pairs)).toEqual(['a yes', 'b no', 'c yes']);
	});

	test('sees through unanimity, also when only insiders differ', () => {
		expect(infer([[[0, 2], 2, 0]])).toEqual(['a yes', 'c yes']);
		expect(infer([[[0, 1, 2], 2, 1]])).toEqual([]);
		expect(infer([[[0, 1, 2], 2, 1]], [bea])).toEqual(['a yes', 'c yes']);
	});

	test('never says anything untrue', () => {
		for (const defence of brokenDefences)
			for (const scenario of scenarios) {
				const random = seededRandom(`true ${scenario.name}`);
				const play = scenario.play(25, random);
				const prepared = prepareAttack(defence.disclose(play, random).evidence, models);
				const untrue = worstCoalitions(prepared, 1, play.flood)
					.flatMap((colluders) => certainAnswers(prepared, colluders))
					.filter(({ people, question, option }) => !people.every((one) => gave(one, question, option)));
				expect(untrue).toEqual([]);
			}
	});

	test('is handed no more than filters show: every label is a sum and difference of filters', () => {
		const random = seededRandom('labels');
		const { dimensions, settings, events } = scenarios
			.find(({ name }) => name === 'mixed')!
			.play(300, random);
		const core = openCore({ dimensions: Object.keys(dimensions), questions, settings }, random);
		for (const event of events) {
			if (event === 'look') seal(core);
			else if (event !== 'restart') accept(core, event.answer);
		}
		close(core);
		const keys = questions.map(({ key }) => key);
		const byLabel = numbersByLabel(core.states.at(-1)!, keys);
		const shown = (filter: Record<string, string[]>) => sumInside(byLabel, insideOf(dimensions, filter));
		for (const [label, numbers] of byLabel) {
			const terms = label.split('|').reduce(
				(filters, value, index) => {
					const [name, values] = Object.entries(dimensions)[index]!;
					if (value !== '*')
						return filters.map(({ filter, sign }) => ({ filter: { ...filter, [name]: [value] }, sign }));
					return [
						...filters,
						...filters.map(({ filter, sign }) => ({
							filter: { ...filter, [name]: [...values] },
							sign: -sign
						}))
					];
				},
				[{ filter: {} as Record<string, string[]>, sign: 1 }]
			);
			const sums = numbers.map((_, column) =>
				terms.reduce((sum, { filter, sign }) => sum + sign * (shown(filter)[column] ?? 0), 0)
			);
			expect(sums).toEqual(numbers);
			expect(core.ledger.published.get(entryKey(keys[0]!, label))?.sheets ?? 0).toBe(numbers[1]);
		}
	});
});

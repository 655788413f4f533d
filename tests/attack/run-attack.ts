import { seededRandom, type Random } from '#lib/server/random.ts';
import { inferPeople, prepareAttack, worstCoalitions } from './attacker.ts';
import { answeredModelOf, modelOf } from './question-model.ts';
import type { Scenario } from './scenarios.ts';
import type { Defence } from './sealed-defence.ts';
import { questions } from './simulated-sheets.ts';

/** Everything the attacker tries to find out. */
export const models = [...questions.map(modelOf), ...questions.map(answeredModelOf)];

/** What the attack found in many plays of a scenario under a defence. */
export interface Finding {
	defence: string;
	scenario: string;
	plays: number;
	people: number;
	/** People of whom an answer was certain to somebody, in the worst coalition of each play. */
	inferred: number;
	smallDifferences: number;
	/** Share of the answers that is published in the end. */
	published: number;
}

export interface AttackOptions {
	plays: number;
	/** Genuine answers in a play, drawn so that small and large are as likely. */
	least: number;
	most: number;
}

function drawSize({ least, most }: AttackOptions, random: Random): number {
	const share = random.integer(0, 1000) / 1000;
	return Math.round(least * (most / least) ** share);
}

/** Plays the scenario many times and infers what can be inferred; the same seed gives the same finding. */
export function attack(defence: Defence, scenario: Scenario, options: AttackOptions): Finding {
	const finding = { plays: options.plays, people: 0, inferred: 0, smallDifferences: 0, published: 0 };
	for (let seed = 0; seed < options.plays; seed++) {
		const random = seededRandom(`${scenario.name} ${seed}`);
		const answers = drawSize(options, random);
		const play = scenario.play(answers, random);
		const disclosure = defence.disclose(play, random);
		const prepared = prepareAttack(disclosure.evidence, models);
		const insiders = play.settings.insiders - (play.flood.length > 0 ? 1 : 0);
		const inferred = worstCoalitions(prepared, insiders, play.flood).map(
			(colluders) => inferPeople(prepared, colluders).size
		);
		finding.people += answers;
		finding.inferred += Math.max(...inferred);
		finding.smallDifferences += disclosure.smallDifferences;
		finding.published += disclosure.publishedShare / options.plays;
	}
	return { defence: defence.name, scenario: scenario.name, ...finding };
}

/** What was found under one defence in several scenarios, as one line. */
export function addFindings(findings: readonly Finding[]): Finding {
	const total = (of: (finding: Finding) => number) => findings.reduce((sum, finding) => sum + of(finding), 0);
	return {
		defence: findings[0]?.defence ?? '',
		scenario: findings.length === 1 ? findings[0]!.scenario : `${findings.length} scenarios`,
		plays: total(({ plays }) => plays),
		people: total(({ people }) => people),
		inferred: total(({ inferred }) => inferred),
		smallDifferences: total(({ smallDifferences }) => smallDifferences),
		published: total(({ published }) => published) / findings.length
	};
}

/** The findings as lines of text. */
export function findingsTable(findings: readonly Finding[]): string {
	const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
	const rows = findings.map((finding) => [
		finding.defence,
		finding.scenario,
		String(finding.people),
		percent(finding.inferred / finding.people),
		String(finding.smallDifferences),
		percent(finding.published)
	]);
	const table = [['defence', 'scenario', 'people', 'inferred', 'small differences', 'published'], ...rows];
	const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
	return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')).join('\n');
}

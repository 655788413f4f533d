import { brokenDefences } from './broken-defences.ts';
import { sealedBlocks } from './sealed-defence.ts';
import { addFindings, attack, findingsTable } from './run-attack.ts';
import { scenarios } from './scenarios.ts';

/** The attack at length: our defence with so many plays per scenario, the broken ones with a tenth. */
export function benchAttack(plays: number): string {
	const findings = scenarios.map((scenario) =>
		attack(sealedBlocks, scenario, { plays, least: 12, most: 1000 })
	);
	const options = { plays: Math.ceil(plays / 10), least: 12, most: 60 };
	const broken = brokenDefences.map((defence) =>
		addFindings(scenarios.map((scenario) => attack(defence, scenario, options)))
	);
	return findingsTable([...findings, ...broken]);
}

// What npm test reads out of the reports of its tools.
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** How many tests ended how, and what those say that did not pass at once. */
export interface Counts {
	passed: number;
	failed: number;
	skipped: number;
	/** One paragraph a test: its name and what it said. */
	failures: string[];
	/** Passed when it was run once more; told, since something is not as it should be. */
	unsteady: string[];
}

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: {
		name: string;
		status: string;
		message: string;
		assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
	}[];
}

interface PlaywrightSuite {
	suites?: PlaywrightSuite[];
	specs: {
		file: string;
		line: number;
		title: string;
		tests: { status: string; results: { errors: { message?: string; stack?: string }[] }[] }[];
	}[];
}

interface PlaywrightReport {
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
	suites: PlaywrightSuite[];
	errors: { message?: string }[];
}

/** So much of what a test said is shown once more at the end. */
const mostLines = 24;

const paragraph = (name: string, said: string): string => {
	const lines = stripVTControlCharacters(said).trimEnd().split('\n');
	return [name, ...lines.slice(0, mostLines).map((line) => `    ${line.slice(0, 200)}`)].join('\n');
};

/** A step that is right or wrong as a whole. */
export const wholeStep = (name: string, succeeded: boolean): Counts => ({
	passed: Number(succeeded),
	failed: Number(!succeeded),
	skipped: 0,
	failures: succeeded ? [] : [`${name} failed; what it said stands above`],
	unsteady: []
});

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

/** The counts of a report that Vitest wrote as JSON. @throws when there is none */
export function readVitest(file: string): Counts {
	const report = readJson<VitestReport>(file);
	const failures = report.testResults.flatMap((tested) => {
		const failed = tested.assertionResults.filter(({ status }) => status === 'failed');
		if (failed.length === 0 && tested.status === 'failed') return [paragraph(tested.name, tested.message)];
		return failed.map(({ fullName, failureMessages }) =>
			paragraph(`${tested.name} › ${fullName}`, (failureMessages ?? []).join('\n'))
		);
	});
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests,
		failures,
		unsteady: []
	};
}

const specsOf = (suite: PlaywrightSuite): PlaywrightSuite['specs'] => [
	...suite.specs,
	...(suite.suites ?? []).flatMap(specsOf)
];

/** The counts of a report that Playwright wrote as JSON. @throws when there is none */
export function readPlaywright(file: string): Counts {
	const { stats, suites, errors } = readJson<PlaywrightReport>(file);
	const specs = suites.flatMap(specsOf);
	const those = (wanted: string) =>
		specs.flatMap(({ file: at, line, title, tests }) =>
			tests
				.filter(({ status }) => status === wanted)
				.map(({ results }) => {
					const said = results
						.flatMap((result) => result.errors)
						.map((error) => error.stack ?? error.message);
					return paragraph(`${at}:${line} › ${title}`, said.join('\n'));
				})
		);
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected,
		skipped: stats.skipped,
		failures: [...those('unexpected'), ...errors.map(({ message }) => paragraph('journeys', message ?? ''))],
		unsteady: those('flaky')
	};
}

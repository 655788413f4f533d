import { expect, test } from 'vitest';
import { failuresInWords } from './failure-words.ts';
import { failureCodes } from './import-failure.ts';
import { reportCodes } from './report.ts';
import { lineInWords, reportParts, reportWords } from './report-words.ts';

test('everything that a report can say has its place, once', () => {
	const placed = reportParts.flatMap(({ codes }) => codes);
	expect([...placed].sort()).toEqual([...reportCodes].sort());
	for (const code of reportCodes) expect(reportWords[code].text()).toMatch(/[.]$/);
});

test('a line says in words what it counts, and what it is about', () => {
	const said = (code: (typeof reportCodes)[number], at: string, what: string) => {
		const words = lineInWords({ code, at, what });
		return [words.at, words.what].filter((part) => part !== '').join(': ');
	};
	expect(said('matrix', 'Q1', '1')).toBe('Q1: 1 fråga');
	expect(said('several-fields', 'Q1', '3')).toBe('Q1: 3 frågor');
	expect(said('translation', 'fi', '12')).toBe('Suomi: 12 texter');
	expect(said('survey-text', 'surveyls_endtext', 'Tack!')).toBe('Tacktexten: Tack!');
	expect(said('condition', 'Q2', 'Q1 == "A1"')).toBe('Q2: Q1 == "A1"');
	expect(said('mandatory', '', '+12')).toBe('och 12 till');
	expect(said('no-swedish', '', 'en')).toBe('');
});

test('every failure has a sentence of its own that tells what to do', () => {
	const sentences = [...failureCodes, 'missing'].map(
		(code) => failuresInWords([{ at: 'file', code, detail: '12' }])[0]!.text
	);
	expect(new Set(sentences).size).toBe(failureCodes.length + 1);
	for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÅÄÖ].*\.$/);
	expect(failuresInWords([{ at: 'file', code: 'broken', detail: '7' }])).toEqual([
		{ field: 'file', text: 'Filen är trasig vid ”7”. Exportera enkäten på nytt.' }
	]);
});

import { describe, expect, test } from 'vitest';
import { asked, draft } from '#tests/support/faulty-drafts.ts';
import { defaultPlaceSettings } from '#lib/places/settings.ts';
import { youthAgeQuestion } from '#lib/questionnaire/bank/background.ts';
import { checkPlan, type PlanCircumstances } from './check-plan.ts';
import { emptyPlan, suggestDates } from './plan-suggestion.ts';
import type { DialoguePlan } from './plan.ts';

const now = new Date('2027-03-01T12:00:00Z');
const circumstances: PlanCircumstances = {
	content: draft(),
	place: { kind: 'municipality', population: 15_000 },
	settings: defaultPlaceSettings('1785'),
	now
};
const sound: DialoguePlan = { ...emptyPlan(), ...suggestDates(now) };

const found = (plan: Partial<DialoguePlan>, changes: Partial<PlanCircumstances> = {}) =>
	checkPlan({ ...sound, ...plan }, { ...circumstances, ...changes }).map(
		({ code, severity, at }) => `${severity} ${code} ${at}`
	);

const sensitive = draft([asked({ sensitive: true })]);
const young = draft([asked()], { background: [youthAgeQuestion] });

describe('suggested dates', () => {
	test('are four weeks from today, two weeks to results and two months to pledges', () => {
		expect(suggestDates(now)).toEqual({
			opensOn: '2027-03-01',
			closesOn: '2027-03-29',
			resultsDueOn: '2027-04-12',
			pledgesDueOn: '2027-05-29'
		});
	});

	test('begin on the first day that is chosen, unless it has passed', () => {
		expect(suggestDates(now, { opensOn: '2027-04-01' }).closesOn).toBe('2027-04-29');
		expect(suggestDates(now, { opensOn: '2027-02-01' }).opensOn).toBe('2027-03-01');
	});

	test('never fall on a day that a month does not have', () => {
		expect(suggestDates(new Date('2026-12-03T12:00:00Z')).pledgesDueOn).toBe('2027-02-28');
	});

	test('are of the day in Sweden', () => {
		expect(suggestDates(new Date('2027-03-01T23:30:00Z')).opensOn).toBe('2027-03-02');
	});
});

describe('a plan', () => {
	test('with the suggested dates has nothing to mend', () => expect(found({})).toEqual([]));
	test('that opens when it is opened and has no end has nothing to mend', () =>
		expect(found({ opensOn: '', closesOn: null })).toEqual([]));
	test('for one day, with results and pledges on it, has nothing to mend', () =>
		expect(
			found({
				opensOn: '2027-03-01',
				closesOn: '2027-03-01',
				resultsDueOn: '2027-03-01',
				pledgesDueOn: '2027-03-01'
			})
		).toEqual([]));

	test.each<[string, Partial<DialoguePlan>, string[]]>([
		['in which nobody has chosen', { ...emptyPlan() }, ['block no-dates closesOn']],
		[
			'without days for results and pledges',
			{ closesOn: null, resultsDueOn: '', pledgesDueOn: '' },
			['block no-results-date resultsDueOn', 'block no-pledges-date pledgesDueOn']
		],
		['without a last day', { closesOn: '' }, ['block no-closing closesOn']],
		['that began yesterday', { opensOn: '2027-02-28' }, ['block opens-in-past opensOn']],
		['that ended yesterday', { opensOn: '', closesOn: '2027-02-28' }, ['block closes-in-past closesOn']],
		[
			'that ends before it begins',
			{ opensOn: '2027-03-20', closesOn: '2027-03-19' },
			['block closes-before-opening closesOn']
		],
		['with results too early', { resultsDueOn: '2027-03-28' }, ['block results-before-closing resultsDueOn']],
		[
			'with results before an ongoing one begins',
			{ opensOn: '2027-04-15', closesOn: null },
			['block results-before-closing resultsDueOn']
		],
		['with pledges too early', { pledgesDueOn: '2027-04-11' }, ['block pledges-before-results pledgesDueOn']],
		['without a channel', { channels: [] }, ['block no-channel channels']]
	])('%s is stopped', (_, plan, findings) => expect(found(plan)).toEqual(findings));

	test('with a sensitive question must be strict', () => {
		expect(found({}, { content: sensitive })).toEqual(['block sensitive-needs-strict anonymity']);
		expect(found({ anonymity: 'strict' }, { content: sensitive })).toEqual([]);
	});

	test('with a sensitive question and no end is warned of', () => {
		expect(found({ anonymity: 'strict', closesOn: null }, { content: sensitive })).toEqual([
			'warn sensitive-ongoing closesOn'
		]);
	});

	test('for a small place or for the young ought to be strict', () => {
		const place = { kind: 'district', population: 199 } as const;
		expect(found({}, { place })).toEqual([
			'warn small-needs-strict anonymity',
			'warn few-expected population'
		]);
		expect(found({}, { content: young })).toEqual(['warn young-needs-strict anonymity']);
		expect(found({ anonymity: 'strict' }, { content: young })).toEqual([]);
	});

	test('for staff does not ask how many live there', () => {
		expect(found({ kind: 'staff' }, { place: { kind: 'district', population: 50 } })).toEqual([]);
	});

	test('for staff by unit asks whether any unit is too small to be told apart', () => {
		const group = { key: 'group' as const, text: { sv: 'Enhet' }, options: asked().options };
		const content = draft([asked()], { background: [group] });
		expect(found({ kind: 'staff' }, { content })).toEqual(['warn small-units groups']);
		expect(found({ kind: 'citizen' }, { content })).toEqual([]);
	});

	test('is not for a whole county', () => {
		expect(found({}, { place: { kind: 'county', population: 280_000 } })).toEqual([
			'block place-cannot-ask place'
		]);
	});

	test('tells which languages residents will not be offered', () => {
		const content = draft([asked()], { languages: ['sv', 'en', 'so'] });
		const settings = { ...circumstances.settings, languages: ['sv' as const] };
		expect(found({}, { content })).toEqual(['warn language-not-offered offered.so']);
		expect(found({}, { content, settings })).toEqual([
			'warn language-not-offered offered.en',
			'warn language-not-offered offered.so'
		]);
	});

	test('is mended by what can be pressed', () => {
		const wrong: Partial<DialoguePlan>[] = [
			{ ...emptyPlan() },
			{ opensOn: '2027-02-28' },
			{ closesOn: '2027-02-01' },
			{ pledgesDueOn: '2027-03-02', resultsDueOn: '2027-03-01' },
			{ anonymity: 'standard' }
		];
		for (const one of wrong) {
			const plan = { ...sound, ...one };
			for (const finding of checkPlan(plan, { ...circumstances, content: sensitive }))
				for (const mend of finding.mends) {
					if (mend.kind !== 'plan') continue;
					const after = checkPlan({ ...plan, ...mend.plan }, { ...circumstances, content: sensitive });
					expect(after.map(({ code }) => code)).not.toContain(finding.code);
				}
		}
	});
});

import { describe, expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import { applyChange } from './apply-change.ts';
import { contentOf } from './draft-content.ts';
import type { DraftChange } from './draft-change.ts';
import { completeness } from './draft-texts.ts';
import type { DraftContent } from './draft.ts';
import { readText } from './rewrite-texts.ts';

const start = contentOf(definition);
const address = 'questions.lighting.text';
const lighting = definition.questions[0]!;

const run = (...changes: DraftChange[]): DraftContent =>
	changes.reduce((before, change) => applyChange(before, change).content, start);

const translate = (text: string, base = lighting.text.en!): DraftChange => ({
	...{ kind: 'translate', language: 'en', base: { [address]: base }, next: { [address]: text } }
});
const rewrite: DraftChange = {
	...{ kind: 'question', key: 'lighting', base: lighting },
	next: { ...lighting, text: { ...lighting.text, sv: 'Är det ljust nog?' } }
};
const mark = (state: 'machine' | 'reviewed' | 'unreviewed', language = 'en'): DraftChange => ({
	...{ kind: 'review', language, addresses: [address], state }
});

describe('a translation', () => {
	test('that somebody wrote is unreviewed until somebody has reviewed it', () => {
		const written = run(translate('Are the streets bright?'));
		expect(readText(written, address)?.en).toBe('Are the streets bright?');
		expect(written.review).toEqual({ en: { [address]: 'unreviewed' } });
		const { total } = completeness(written, 'en');
		expect(completeness(written, 'en')).toEqual({ translated: total, total, reviewed: total - 1 });
		expect(applyChange(written, mark('reviewed')).content.review).toEqual({});
	});
	test('is unreviewed when its source was rewritten, alone among the others', () =>
		expect(run(rewrite).review).toEqual({ en: { [address]: 'unreviewed' } }));
	test('by a machine stays marked as that when its source is rewritten, not when somebody writes it', () => {
		expect(run(mark('machine'), rewrite).review).toEqual({ en: { [address]: 'machine' } });
		expect(run(mark('machine'), translate('Are they lit?')).review.en).toEqual({ [address]: 'unreviewed' });
	});
	test('that is emptied is no translation, and nothing to review', () => {
		const emptied = run(mark('machine'), translate(''));
		expect(readText(emptied, address)).toEqual({ sv: lighting.text.sv });
		expect(emptied.review).toEqual({});
	});
	test('of a question that was copied, or taken away and put back, keeps its mark', () => {
		const copied = run(mark('machine'), { kind: 'copy', key: 'lighting', newKey: 'own_1' });
		expect(copied.review.en).toEqual({ [address]: 'machine', 'questions.own_1.text': 'machine' });
		const back = run(
			mark('machine'),
			{ kind: 'remove', key: 'lighting' },
			{ kind: 'restore', key: 'lighting' }
		);
		expect(back.review.en).toEqual({ [address]: 'machine' });
	});
	test('of a new option is unreviewed', () => {
		const added = { key: 'own_1', text: { sv: 'Ibland', en: 'Sometimes' } };
		const next = { ...lighting, options: [...lighting.options, added] };
		expect(run({ kind: 'question', key: 'lighting', base: lighting, next }).review.en).toEqual({
			'questions.lighting.options.own_1.text': 'unreviewed'
		});
	});
	test('that was rewritten by somebody else meanwhile is a conflict', () => {
		const { content, conflicts } = applyChange(run(translate('First')), translate('Second'));
		expect(conflicts).toEqual([
			{ at: `${address}.en`, base: lighting.text.en, yours: 'Second', theirs: 'First' }
		]);
		expect(readText(content, address)?.en).toBe('First');
	});
	test('of a text that is gone is a conflict, so that the words come back', () => {
		const gone: DraftChange = {
			...{ kind: 'translate', language: 'en', base: {} },
			next: { 'questions.nothing.text': 'Words', 'questions.lighting.help': 'Help', intro: '' }
		};
		expect(applyChange(start, gone).conflicts).toEqual([
			{ at: 'questions.nothing.text.en', base: '', yours: 'Words', theirs: '' },
			{ at: 'questions.lighting.help.en', base: '', yours: 'Help', theirs: '' }
		]);
	});
});

describe('the languages', () => {
	const languages = (list: string[], source = 'sv', base?: string[]): DraftChange => ({
		...{ kind: 'languages', languages: list, source },
		...(base && { base })
	});

	test('that two people added both stay, Swedish first', () => {
		const both = run(
			languages(['sv', 'en', 'fi'], 'sv', ['sv', 'en']),
			languages(['sv', 'ar'], 'sv', ['sv', 'en'])
		);
		expect(both.languages).toEqual(['sv', 'fi', 'ar']);
	});
	test('keep their texts when they are taken away and come back', () =>
		expect(run(languages(['sv']), languages(['sv', 'en']))).toEqual(start));
	test('that translations are made from cannot be one that is not there', () =>
		expect(run(languages(['sv'], 'en'))).toMatchObject({ languages: ['sv'], source: 'sv' }));
	test('turn round: what was unreviewed against the one is then unreviewed against the other', () => {
		const turned = run(mark('unreviewed'), languages(['sv', 'en'], 'en'));
		expect(turned).toMatchObject({ source: 'en', review: { sv: { [address]: 'unreviewed' } } });
		expect(completeness(turned, 'en').reviewed).toBe(completeness(turned, 'en').total);
		const { content } = applyChange(turned, languages(['sv', 'en'], 'sv'));
		expect(content).toEqual(run(mark('unreviewed')));
	});
	test('mark the Swedish text when English is the source and is rewritten', () => {
		const content = run(languages(['sv', 'en'], 'en'), translate('Are they lit?'));
		expect(content.review).toEqual({ sv: { [address]: 'unreviewed' } });
	});
});

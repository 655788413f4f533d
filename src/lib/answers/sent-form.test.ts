import { expect, it } from 'vitest';
import type { QuestionnaireDefinition } from '../questionnaire/question.ts';
import { readSentForm } from './sent-form.ts';

const options = ['a', 'b', 'c'].map((key) => ({ key, text: { sv: key } }));
const definition: QuestionnaireDefinition = {
	title: { sv: 'Prov' },
	questions: [
		{ key: 'safe', version: 1, kind: 'scale', text: { sv: 'Trygg?' }, options },
		{ key: 'priority', version: 1, kind: 'ranking', text: { sv: 'Först?' }, options, max: 3 },
		{ key: 'free', version: 1, kind: 'text', text: { sv: 'Annat?' }, options: [] }
	],
	background: [{ key: 'age', text: { sv: 'Ålder' }, options }]
};

function formOf(...fields: [string, string][]): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	return form;
}

it('reads every field by its question', () => {
	const sent = readSentForm(
		definition,
		formOf(['key', 'A'.repeat(22)], ['version', '3'], ['q.safe', 'b'], ['q.priority.1', 'c'], ['b.age', 'a'])
	);
	expect(sent).toMatchObject({
		key: 'A'.repeat(22),
		version: 3,
		answers: { safe: 'b', priority: ['c'] },
		background: { age: 'a' }
	});
});

it('keeps what was written, to be shown again', () => {
	const sent = readSentForm(definition, formOf(['q.free', ' hej '], ['q.priority.1', 'c'], ['other', 'x']));
	expect(sent.values).toEqual({ 'q.free': [' hej '], 'q.priority.1': ['c'] });
});

it('hands a foreign question on, so that it is refused', () => {
	expect(readSentForm(definition, formOf(['q.foreign', 'a'])).answers).toHaveProperty('foreign');
});

it('takes a key of another shape for none', () => {
	expect(readSentForm(definition, formOf(['key', 'short'])).key).toBeUndefined();
});

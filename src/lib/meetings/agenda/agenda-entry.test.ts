import { describe, expect, test } from 'vitest';
import type { StepContent } from '../step.ts';
import { movedEntry, withAdded, withContent, withoutEntry, type AgendaEntry } from './agenda-entry.ts';
import { agendaTemplate, agendaTemplateNames } from './agenda-template.ts';

const pause = (text: string): StepContent => ({ kind: 'pause', text: { sv: text }, minutes: null });
const list: AgendaEntry[] = ['a', 'b', 'c'].map((id) => ({ id, content: pause(id) }));
const ids = (entries: AgendaEntry[]) => entries.map(({ id }) => id).join('');

describe('an agenda', () => {
	test('moves a point up and down, and no further than its ends', () => {
		expect(ids(movedEntry(list, 'b', -1))).toBe('bac');
		expect(ids(movedEntry(list, 'b', 1))).toBe('acb');
		expect(ids(movedEntry(list, 'a', -1))).toBe('abc');
		expect(ids(movedEntry(list, 'c', 1))).toBe('abc');
		expect(ids(movedEntry(list, 'x', 1))).toBe('abc');
	});

	test('loses a point together with reviews that showed nothing else', () => {
		const review = (id: string, ...stepIds: string[]): AgendaEntry => ({
			id,
			content: { kind: 'review', sources: stepIds.map((stepId) => ({ from: 'step', stepId })) }
		});
		const left = withoutEntry([...list, review('r', 'a'), review('s', 'a', 'b')], 'a');
		expect(ids(left)).toBe('bcs');
		expect(left[2]!.content).toEqual({ kind: 'review', sources: [{ from: 'step', stepId: 'b' }] });
	});

	test('takes new words and new points', () => {
		expect(withContent(list, 'b', pause('ny'))[1]!.content).toEqual(pause('ny'));
		expect(withAdded(list, [pause('d')])[3]).toEqual({ id: null, content: pause('d') });
	});

	test.each(agendaTemplateNames)(
		'can begin as the ready agenda "%s", also where there are no areas',
		(name) => {
			const plain = agendaTemplate(name, []);
			expect(plain.length).toBeGreaterThanOrEqual(4);
			expect(plain[0]).toMatchObject({ kind: 'information', preset: 'answers-used' });
			expect(plain.at(-1)).toMatchObject({ kind: 'information', preset: 'help' });
			expect(plain.filter(({ kind }) => kind === 'priority')).toHaveLength(1);
		}
	);
});

import { expect, test } from 'vitest';
import { parseStepContent } from '../step-schema.ts';
import { agendaTemplate, agendaTemplateNames } from './agenda-template.ts';

test.each(agendaTemplateNames)(
	'the ready agenda "%s" is sound as it is, also where there are no areas',
	(name) => {
		const plain = agendaTemplate(name, []);
		expect(plain.length).toBeGreaterThanOrEqual(4);
		expect(plain[0]).toMatchObject({ kind: 'information', preset: 'answers-used' });
		expect(plain.at(-1)).toMatchObject({ kind: 'information', preset: 'help' });
		expect(plain.filter(({ kind }) => kind === 'priority')).toHaveLength(1);
		for (const content of plain) expect(parseStepContent(content)).toEqual({ ok: true, value: content });
	}
);

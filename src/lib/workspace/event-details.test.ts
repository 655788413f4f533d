import { expect, test } from 'vitest';
import { detailsInWords } from './event-details.ts';

test('only what changed is told, in words', () => {
	expect(
		detailsInWords({
			before: { sender: 'Säffle kommun', openLink: ['10', '3'], contact: [] },
			after: { sender: 'Säffle kommun', openLink: ['12', '3'], contact: ['mail'] }
		})
	).toEqual(['Öppna enkäter: 12, 3 (förut 10, 3)', 'Kontakt: E-post (förut –)']);
});

test('what came or went stands alone, roles by their names', () => {
	expect(
		detailsInWords({ before: null, after: { role: 'field-collector', through: 'organisation:x' } })
	).toEqual(['Roll: Fältarbetare', 'Genom: Din organisation']);
	expect(detailsInWords({ before: { role: 'reader' }, after: null })).toEqual(['Roll: Läsare, borta']);
	expect(detailsInWords({ before: null, after: null })).toEqual([]);
});

import { expect, it } from 'vitest';
import { defaultSettings } from './settings.ts';
import { dialogueView } from './dialogue-view.ts';
import type { Dialogue } from './dialogue.ts';
import { endOfDayInclusive, startOfDay } from './period.ts';

const dialogue: Dialogue = {
	id: 'a',
	code: '482913',
	placeCode: '1785',
	slug: 'trygg-i-saffle',
	kind: 'citizen',
	state: 'open',
	title: { sv: 'Trygg i Säffle', en: 'Safe in Säffle' },
	questionnaireId: 'q',
	version: 1,
	opensAt: startOfDay('2027-03-01'),
	closesAt: endOfDayInclusive('2027-03-28'),
	resultsDueOn: '2027-04-15',
	pledgesDueOn: '2027-06-01',
	channels: ['web'],
	languages: ['sv', 'en'],
	settings: defaultSettings.openLink,
	entry: 'open',
	partOf: null,
	joins: null
};

it('names the last day that counts, also on the night when the clocks change', () => {
	expect(dialogueView(dialogue, 'sv').lastDay).toBe('2027-03-28');
});

it('has no last day when the dialogue is ongoing', () => {
	expect(dialogueView({ ...dialogue, closesAt: null }, 'sv').lastDay).toBeNull();
});

it('speaks the language of the page', () => {
	expect(dialogueView(dialogue, 'en').title).toBe('Safe in Säffle');
});

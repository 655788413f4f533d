import { defaultSettings } from '#lib/dialogues/settings.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { DialogueView } from '#lib/dialogues/dialogue-view.ts';
import { channelNames, entryNames, kindNames, periodInWords } from '#lib/dialogues/plan-words.ts';
import { formatDay } from '#lib/format/date.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { nameWithReview, type Fact } from './opening-facts.ts';

/** Settings that leave nearly everything to the closing. */
const isStrict = ({ freshness }: Dialogue['settings']): boolean =>
	freshness === defaultSettings.strict.freshness;

/** How an opened dialogue asks, in words. */
export function dialogueFacts(
	{ dialogue, view, placeName }: { dialogue: Dialogue; view: DialogueView; placeName: string },
	language: Language
): Fact[] {
	const { settings } = dialogue;
	const anonymity = isStrict(settings) ? m.summary_anonymity_strict() : m.summary_anonymity_standard();
	return [
		{ name: m.summary_place(), value: placeName },
		{ name: m.summary_kind(), value: kindNames[dialogue.kind]() },
		{
			name: m.summary_period(),
			value: periodInWords({ opensOn: view.opensOn, closesOn: view.lastDay }, language)
		},
		{ name: m.summary_results(), value: formatDay(dialogue.resultsDueOn, language) },
		{ name: m.summary_pledges(), value: formatDay(dialogue.pledgesDueOn, language) },
		{
			name: m.summary_channels(),
			value: dialogue.channels.map((channel) => channelNames[channel]()).join(', ')
		},
		{ name: m.summary_languages(), value: dialogue.languages.map(nameWithReview).join(', ') },
		{ name: m.summary_entry(), value: entryNames[dialogue.entry]() },
		{
			name: m.summary_anonymity(),
			value: `${anonymity}. ${m.meaning_crowd({ crowd: settings.crowd })}`
		}
	];
}

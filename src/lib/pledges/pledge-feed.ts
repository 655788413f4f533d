import type { FeedEntry } from '#lib/format/atom-feed.ts';
import type { DayEvent } from '#lib/format/calendar-file.ts';
import { formatDay } from '#lib/format/date.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { HistoryItem } from './history.ts';
import type { PledgeView } from './pledge-view.ts';
import { fieldNames, statusNames } from './pledge-words.ts';

interface FeedSetup {
	/** Where the pledges are: `https://trygg.example.se/saffle/loften`. */
	address: string;
	host: string;
	language: Language;
}

function told(item: HistoryItem, language: Language): string {
	if (item.kind === 'published') return m.pledges_history_published();
	if (item.kind === 'progress' || item.kind === 'report') return item.text;
	if (item.kind === 'correction')
		return `${m.pledges_history_correction({ field: fieldNames[item.field]() })}. ${item.why}`;
	const [from, to] = [item.from, item.to].map((day) => formatDay(day, language)) as [string, string];
	return `${m.pledges_history_extension({ from, to })} ${item.why}`;
}

/** Most entries of a feed. */
const mostEntries = 50;

/** What has happened to the pledges of a place, the latest first; a pledge that became late says so by itself. */
export function feedEntries(pledges: readonly PledgeView[], setup: FeedSetup): FeedEntry[] {
	const { address, host, language } = setup;
	const entries = pledges.flatMap((pledge) => {
		const link = `${address}/${pledge.slug}`;
		const about = { title: pledge.title, link };
		const happened = pledge.history.map((item) => ({
			...about,
			...{ id: `tag:${host},${item.day}:${item.kind}-${item.id}`, day: item.day },
			text: told(item, language)
		}));
		if (pledge.lateSince === null) return happened;
		const late = {
			...about,
			...{ id: `tag:${host},${pledge.lateSince}:late-${pledge.id}`, day: pledge.lateSince },
			text: `${statusNames.late()}. ${m.pledges_late_since({ day: formatDay(pledge.lateSince, language) })}`
		};
		return [late, ...happened];
	});
	return entries.sort((a, b) => b.day.localeCompare(a.day)).slice(0, mostEntries);
}

/** The days for which word was promised, as they stand in a calendar. */
export const reportDays = (pledges: readonly PledgeView[], { address, host }: FeedSetup): DayEvent[] =>
	pledges
		.filter(({ nextReportOn }) => nextReportOn !== null)
		.map(({ id, slug, title, nextReportOn }) => ({
			uid: `report-${id}@${host}`,
			day: nextReportOn!,
			summary: m.pledges_feed_ics_summary({ title }),
			link: `${address}/${slug}`
		}));

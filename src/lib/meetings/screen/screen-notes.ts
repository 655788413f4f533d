import { m } from '#lib/i18n/paraglide/messages.js';
import { formatDay } from '#lib/format/date.ts';
import type { Afterwards, ScreenState, ScreenText } from '../views.ts';
import { wallTime, writtenAddress, type Say } from './screen-words.ts';

/** What stands above everything else: the step's own words, or ours where it has none. */
export function headingOf({ step, meeting, results }: ScreenState, say: Say): ScreenText {
	if (step && step.heading.first !== '') return step.heading;
	if (!step || step.kind !== 'review') return meeting.title;
	if (results.length === 2) return say((locale) => m.screen_compare({}, { locale }));
	const text = results[0]?.result.text;
	return text === undefined ? say((locale) => m.screen_review({}, { locale })) : { first: text };
}

/** How a result is to be read, in one short sentence for the foot of the screen. */
export function resultNotes({ results, phase }: ScreenState, say: Say): ScreenText[] {
	const kind = phase === 'review' ? undefined : results[0]?.result.kind;
	if (kind === 'choices') return [say((locale) => m.screen_choices({}, { locale }))];
	if (kind === 'ranking') return [say((locale) => m.screen_ranking({}, { locale }))];
	return [say((locale) => m.screen_here({}, { locale }))];
}

/** How fresh a result is; empty for one that does not move. */
export function resultStatus({ display, phase, meeting }: ScreenState, changedAt: number): string {
	const [locale] = meeting.languages;
	if (phase === 'review') return '';
	if (display === 'frozen') return m.screen_frozen({}, { locale });
	if (display !== 'growing') return '';
	const time = wallTime(changedAt, locale, true);
	return m.screen_updated({ time }, { locale });
}

/** The number of released answers, at the end of the strip; undefined where there is none to tell. */
export function answersText({ answered, results, phase }: ScreenState, say: Say): ScreenText | undefined {
	const count = answered ?? (results.length === 1 ? results[0]!.result.n : null);
	if (!['asking', 'too-few', 'results', 'review'].includes(phase) || count === null) return undefined;
	return say((locale) => m.screen_answers({ count }, { locale }));
}

/** What comes of the meeting, a line each. */
export function afterLines(
	after: Afterwards | undefined,
	meeting: Pick<ScreenState['meeting'], 'address'>,
	say: Say
): ScreenText[] {
	if (!after?.path) return [say((locale) => m.screen_ended_plain({}, { locale }))];
	const { path, resultsDueOn } = after;
	return [
		say((locale) => {
			const due =
				resultsDueOn === null
					? ''
					: ` ${m.screen_ended_due({ day: formatDay(resultsDueOn, locale) }, { locale })}`;
			return `${m.screen_ended_results({}, { locale })}${due}:`;
		}),
		{ first: `${writtenAddress(meeting.address)}${path}` }
	];
}

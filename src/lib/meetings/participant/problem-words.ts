import { m } from '#lib/i18n/paraglide/messages.js';
import type { ParticipantState } from '../views.ts';

/** Why an answer was not saved, in the page's language. */
export function problemText(
	code: string,
	{ ask }: Pick<ParticipantState, 'ask'>,
	time: string | undefined
): string {
	const isText = ask?.kind === 'text';
	const max = ask?.max ?? (isText ? 500 : (ask?.options.length ?? 1));
	const texts: Record<string, () => string> = {
		empty: isText ? m.participant_problem_empty_text : m.participant_problem_empty,
		'too-many': () => m.participant_problem_many({ max }),
		'too-long': () => m.participant_problem_long({ max }),
		duplicate: m.participant_problem_duplicate,
		exclusive: m.participant_problem_exclusive,
		'not-open': m.participant_problem_closed,
		'proof-needed': () => m.participant_problem_wait({ time: time ?? '' }),
		unavailable: m.participant_busy
	};
	return (texts[code] ?? m.participant_failed)();
}

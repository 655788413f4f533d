import type { Language } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';
import type { Agenda } from '../agenda.ts';
import { screenState } from '../screen-state.ts';
import type { ScreenState } from '../views.ts';
import { readShown, type Shown } from './read-shown.ts';

/** A screen's own: its first language, and where its code leads. */
export interface ScreenOptions {
	/** The meeting's first language when left out. */
	language?: Language | undefined;
	/** Where the installation is: `https://trygg.example.se`. */
	origin: string;
}

/** The language that a meeting's screen speaks first. */
export const screenLanguage = ({ meeting }: Pick<Agenda, 'meeting'>): Language =>
	meeting.languages[0] ?? 'sv';

/** The screen's state from what has been released. */
export function screenOf(agenda: Agenda, shown: Shown, { language, origin }: ScreenOptions): ScreenState {
	const { releases, answered, results, counts, texts, themes, after } = shown;
	const first = language ?? screenLanguage(agenda);
	return screenState({
		...{ agenda, origin, language: first, releases, answered, results, counts, texts, themes, after }
	});
}

/** Everything that the big screen shows now. Nothing unread and nothing that is not released is in it. */
export async function readScreenState(
	ctx: Context,
	agenda: Agenda,
	options: ScreenOptions
): Promise<ScreenState> {
	const language = options.language ?? screenLanguage(agenda);
	return screenOf(agenda, await readShown(ctx, agenda, language), { ...options, language });
}

/** What the script says, in the page's language; the page carries it in `data-words`. */
export interface Words {
	/** `Fråga {n} av {total}` */
	count: string;
	/** `{n} valda av högst {max}` */
	chosen: string;
	full: string;
	none: string;
	empty: string;
	reviewTitle: string;
	sending: string;
	offline: string;
	busy: string;
	failed: string;
	/** Who asks, for the page's title. */
	sender: string;
}

/** Puts numbers into the `{places}` of a text. */
export const fill = (text: string, values: Record<string, number>): string =>
	text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

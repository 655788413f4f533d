/** Most texts that are shown at a time. */
export const mostShown = 50;

interface Quotable {
	title: string;
	kind: 'report' | 'dialogue';
	texts: { id: string; text: string }[];
}

/** The texts that have all of some words in them, source by source: the first ones of all there are. */
export function findQuotes(
	sources: readonly Quotable[],
	words: string
): { all: number; shown: number; sources: Quotable[] } {
	const wanted = words.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
	const has = ({ text }: { text: string }) => {
		const lower = text.toLocaleLowerCase('sv');
		return wanted.every((word) => lower.includes(word));
	};
	let all = 0;
	const found = sources.map(({ title, kind, texts }) => {
		const fitting = texts.filter(has);
		const room = Math.max(0, mostShown - all);
		all += fitting.length;
		return { title, kind, texts: fitting.slice(0, room).map(({ id, text }) => ({ id, text })) };
	});
	return { all, shown: Math.min(all, mostShown), sources: found.filter(({ texts }) => texts.length > 0) };
}

import type { StepContent } from '../step.ts';

/** A point of an agenda as it is written: it has its own id once it has been saved. */
export interface AgendaEntry {
	id: string | null;
	content: StepContent;
}

/** The list with one entry moved up (-1) or down (1); as it was at an end of the list, or for an id that is not there. */
export function movedEntry(entries: readonly AgendaEntry[], id: string, by: -1 | 1): AgendaEntry[] {
	const from = entries.findIndex((entry) => entry.id === id);
	const to = from + by;
	if (from < 0 || to < 0 || to >= entries.length) return [...entries];
	const list = [...entries];
	list.splice(to, 0, ...list.splice(from, 1));
	return list;
}

/** Which steps a review shows. */
const reviewedSteps = (content: StepContent): string[] =>
	content.kind === 'review'
		? content.sources.flatMap((source) => (source.from === 'step' ? [source.stepId] : []))
		: [];

/** The list without one entry, and without reviews that would show nothing else. */
export function withoutEntry(entries: readonly AgendaEntry[], id: string): AgendaEntry[] {
	return entries.flatMap((entry) => {
		if (entry.id === id) return [];
		if (entry.content.kind !== 'review' || !reviewedSteps(entry.content).includes(id)) return [entry];
		const sources = entry.content.sources.filter((source) => source.from !== 'step' || source.stepId !== id);
		return sources.length === 0 ? [] : [{ ...entry, content: { ...entry.content, sources } }];
	});
}

/** The list with the content of one entry changed. */
export const withContent = (
	entries: readonly AgendaEntry[],
	id: string,
	content: StepContent
): AgendaEntry[] => entries.map((entry) => (entry.id === id ? { ...entry, content } : entry));

/** The list with new points at its end. */
export const withAdded = (
	entries: readonly AgendaEntry[],
	contents: readonly StepContent[]
): AgendaEntry[] => [...entries, ...contents.map((content) => ({ id: null, content }))];

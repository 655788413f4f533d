import { listCollections } from '#lib/collection/server/list-collections.ts';
import { sumNotes } from '#lib/collection/server/list-notes.ts';
import { sumTallies } from '#lib/collection/server/sum-tallies.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { seriesName } from '#lib/statistics/series.ts';
import { listSeries } from '#lib/statistics/server/list-series.ts';
import { listThemes } from '#lib/texts/server/list-themes.ts';
import type { Context } from '#lib/server/context.ts';
import { listWalkPoints } from '#lib/walks/server/read-walk.ts';
import type { EvidenceKind } from '../evidence.ts';
import { otherWays, selectionOf } from '../selection.ts';
import type { Taken } from './freeze-result.ts';
import { takeSeries } from './take-series.ts';

/** Something outside the dialogues' answers that can become evidence. */
export interface FoundSource {
	/** Names it within the place: `tally|<collection>|<theme>`. */
	value: string;
	kind: EvidenceKind;
	text: string;
	/** Reads it as it is now; undefined when it has nothing to say. */
	take: () => Promise<Taken | undefined>;
}

const none = { figure: null, href: null, seq: null, about: null } as const;
const now =
	(taken: Taken): FoundSource['take'] =>
	() =>
		Promise.resolve(taken);

/** Counted talks and themes of notes, collection by collection; each a number of its own kind. */
async function collected(ctx: Context, placeCode: string): Promise<FoundSource[]> {
	const found: FoundSource[] = [];
	for (const { id, name, day } of await listCollections(ctx, { placeCode }, 'results.read')) {
		const tallies = await sumTallies(ctx, { collectionId: id });
		const notes = await sumNotes(ctx, { collectionId: id });
		const about = { ...none, placeCode, day, source: name };
		for (const { key, text, count, tones } of tallies.themes.filter((theme) => theme.count > 0))
			found.push({
				...{ value: `tally|${id}|${key}`, kind: 'tally', text: `${name}: ${text} (${count})` },
				take: now({
					...{ ...about, kind: 'tally', n: tallies.n, selection: otherWays.tally },
					statement: `${count} av ${tallies.n} samtal handlade om ${text.toLowerCase()}`,
					frozen: { rows: tallies.themes.map((theme) => ({ text: theme.text, count: theme.count })), tones }
				})
			});
		for (const { key, text, count } of notes.themes.filter((theme) => theme.count > 0))
			found.push({
				...{ value: `note-theme|${id}|${key}`, kind: 'note-theme', text: `${name}: ${text} (${count})` },
				take: now({
					...{ ...about, kind: 'note-theme', n: notes.n, selection: otherWays.notes },
					statement: `${count} av ${notes.n} anteckningar tar upp ${text.toLowerCase()}`,
					frozen: { rows: notes.themes.map((theme) => ({ text: theme.text, count: theme.count })) }
				})
			});
	}
	return found;
}

/** Themes of released free texts, dialogue by dialogue. */
async function textThemes(ctx: Context, placeCode: string): Promise<FoundSource[]> {
	const found: FoundSource[] = [];
	for (const dialogue of await listDialogues(ctx, { placeCode })) {
		const themes = await listThemes(ctx, { dialogueId: dialogue.id });
		const { title, kind } = dialogueView(dialogue, 'sv');
		for (const { id, name, count } of themes)
			found.push({
				...{
					value: `text-theme|${dialogue.id}|${id}`,
					kind: 'text-theme',
					text: `${title}: ${name} (${count})`
				},
				take: now({
					...{ ...none, placeCode, kind: 'text-theme', n: count, day: dayOf(ctx.now()), source: title },
					...{
						selection: selectionOf(dialogue),
						statement: `${count} fritexter handlar om ${name.toLowerCase()}`
					},
					frozen: {
						rows: themes.map((theme) => ({ text: theme.name, count: theme.count })),
						dialogue: { kind }
					}
				})
			});
	}
	return found;
}

/** Points of safety walks: what was seen at a spot, and what came of it. */
async function walkPoints(ctx: Context, placeCode: string): Promise<FoundSource[]> {
	return (await listWalkPoints(ctx, { placeCode })).map(({ walk, point }) => {
		const { route, day } = walk;
		const { id, number, spot, category, observation, responsible, answer, status, doneOn } = point;
		const said = `${spot}: ${observation}`;
		return {
			...{ value: `walk-point|${id}`, kind: 'walk-point', text: `${route}: ${said}` },
			take: now({
				...{ ...none, placeCode, kind: 'walk-point', n: null, day, selection: otherWays.walk },
				...{ source: `Trygghetsvandring ${route}`, statement: said },
				frozen: {
					...{ number, spot, category, observation, responsible, answer, status, doneOn },
					notes: answer === '' ? [] : [responsible === '' ? answer : `${responsible}: ${answer}`]
				}
			})
		};
	});
}

/** Imported series, with the latest values of the place. */
async function series(ctx: Context, placeCode: string): Promise<FoundSource[]> {
	const to = dayOf(ctx.now());
	return (await listSeries(ctx, { placeCode })).map((one) => ({
		...{ value: `series|${one.id}`, kind: 'series', text: `${seriesName(one)} (${one.source})` },
		take: async () =>
			(await takeSeries(ctx, { placeCode, from: to, to, seriesIds: [one.id], lenient: true })).taken[0]
	}));
}

/** Everything beside the dialogues' answers that can become evidence in a place, as it stands now. */
export async function findSources(ctx: Context, placeCode: string): Promise<FoundSource[]> {
	return [
		...(await series(ctx, placeCode)),
		...(await collected(ctx, placeCode)),
		...(await textThemes(ctx, placeCode)),
		...(await walkPoints(ctx, placeCode))
	];
}

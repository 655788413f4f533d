import { inLanguage } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';
import type { Agenda } from '../agenda.ts';
import { countKey } from '../screen-state.ts';
import { selectCounts } from './step-store.ts';

/** Hands or dots of one step, as they were last saved. */
export interface Tally {
	stepId: string;
	/** 1, 2, 3 … of all. */
	number: number;
	heading: string;
	method: 'hands' | 'dots';
	rows: { key: string; text: string; count: number }[];
	/** Somebody has saved a count. */
	counted: boolean;
}

/** Everything that is counted by hand in a meeting. @param agenda of a meeting that who asks may see */
export async function readTallies(
	ctx: Pick<Context, 'db' | 'language'>,
	{ meeting, steps }: Pick<Agenda, 'meeting' | 'steps'>
): Promise<Tally[]> {
	const saved = await selectCounts(ctx.db, meeting.id);
	const counts = new Map(saved.map((row) => [countKey(row.stepId, row.optionKey), row.count]));
	const inWords = (texts: Parameters<typeof inLanguage>[0]) => inLanguage(texts, ctx.language);
	return steps.flatMap(({ id, content, position }) => {
		if (content.kind !== 'tally') return [];
		const rows = content.options.map(({ key, text }) => ({
			key,
			text: inWords(text),
			count: counts.get(countKey(id, key)) ?? 0
		}));
		const counted = saved.some(({ stepId }) => stepId === id);
		const { method, text } = content;
		return [{ stepId: id, number: position + 1, heading: inWords(text), method, rows, counted }];
	});
}

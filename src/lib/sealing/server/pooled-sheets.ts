import { readPool } from '../../answers/server/read-pool.ts';
import { isEachItsOwnSource } from '../../dialogues/dialogue.ts';
import { labelOf } from '../label.ts';
import type { PooledSheet } from '../pool.ts';
import type { SealWork } from './seal-blocks.ts';

/** The weight of a sheet whose source was forgotten by a restart. */
const recoveredWeight = 0.5;

/** The waiting sheets of a dialogue as the rules see them: labels, sources and weights, no answers. */
export async function readPooledSheets({ ctx, trx, dialogue, definition }: SealWork): Promise<PooledSheet[]> {
	const dimensions = definition.background.map(({ key }) => key);
	return (await readPool(ctx, trx, dialogue.id)).map(({ id, background, source }) => {
		const label = labelOf(dimensions, background);
		if (isEachItsOwnSource(dialogue)) return { id, label, source: id, weight: 1 };
		return source === undefined
			? { id, label, source: id, weight: recoveredWeight }
			: { id, label, source, weight: 1 };
	});
}

import type { Context } from '#lib/server/context.ts';
import { selectKeptIds, selectReleasedByIds } from './quoted-text-store.ts';

/**
 * Those of some quoted texts whose words may not be shown any more: taken down at the desk, decided about again, or
 * masked otherwise since. A text that is gone because its time was up stays as it was quoted.
 * @param quoted texts with the words that are quoted
 * @returns their ids
 */
export async function findTakenDown(
	ctx: Pick<Context, 'db'>,
	quoted: readonly { id: string; text: string }[]
): Promise<Set<string>> {
	const ids = quoted.map(({ id }) => id);
	const kept = new Set(await selectKeptIds(ctx.db, ids));
	const released = new Map((await selectReleasedByIds(ctx.db, ids)).map((row) => [row.textId, row]));
	const stands = ({ id, text }: { id: string; text: string }): boolean => {
		const now = released.get(id);
		return now ? now.hidden === 0 && now.text === text : !kept.has(id);
	};
	return new Set(quoted.filter((one) => !stands(one)).map(({ id }) => id));
}

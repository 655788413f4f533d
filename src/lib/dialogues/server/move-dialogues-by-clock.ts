import type { Context } from '#lib/server/context.ts';
import type { Dialogue, DialogueState } from '../dialogue.ts';
import { forgetDialogues } from './dialogue-cache.ts';
import { selectDialogues, updateState } from './dialogue-store.ts';

/** A move that the clock has made. */
export interface ClockMove extends Pick<Dialogue, 'id' | 'code'> {
	from: DialogueState;
	to: DialogueState;
}

interface Rule {
	from: DialogueState;
	to: DialogueState;
	/** The column whose moment has come. */
	at: 'opensAt' | 'closesAt';
}

/** A scheduled dialogue whose whole period has passed opens and closes in one run. */
const rules: Rule[] = [
	{ from: 'scheduled', to: 'open', at: 'opensAt' },
	{ from: 'open', to: 'closing', at: 'closesAt' }
];

async function moveBy(ctx: Pick<Context, 'db' | 'now'>, { from, to, at }: Rule): Promise<ClockMove[]> {
	const due = await selectDialogues(ctx.db)
		.where('state', '=', from)
		.where(at, '<=', ctx.now().getTime())
		.orderBy('code')
		.execute();
	const moved: ClockMove[] = [];
	for (const { id, code } of due)
		if (await updateState(ctx.db, id, { from, to })) moved.push({ id, code, from, to });
	return moved;
}

/**
 * Opens scheduled dialogues whose first day has come and stops open ones whose last day has passed. Two processes may
 * run it at once: each move is made, and returned, by one of them.
 */
export async function moveDialoguesByClock(ctx: Pick<Context, 'db' | 'now'>): Promise<ClockMove[]> {
	const moved: ClockMove[] = [];
	for (const rule of rules) moved.push(...(await moveBy(ctx, rule)));
	if (moved.length > 0) forgetDialogues(ctx.db);
	return moved;
}

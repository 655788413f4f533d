import type { Context } from '../../server/context.ts';
import { seededRandom } from '../../server/random.ts';

/** Where the demonstration is played: a context whose clock it moves and whose randomness repeats. */
export interface Stage extends Context {
	moveTo: (moment: Date) => void;
}

/** A stage on the data of `ctx`; the clock begins at its present. */
export function setStage(ctx: Context, seed: string): Stage {
	let moment = ctx.now();
	return {
		db: ctx.db,
		vault: ctx.vault,
		log: ctx.log,
		actor: ctx.actor,
		language: ctx.language,
		requestId: ctx.requestId,
		random: seededRandom(seed),
		now: () => moment,
		moveTo: (next) => (moment = next)
	};
}

import type { Context } from '#lib/server/context.ts';

/** Who acts, as it is stored: a person's id or `system`. */
export const actorId = ({ actor }: Pick<Context, 'actor'>): string =>
	actor.kind === 'staff' ? actor.personId : actor.kind;

/** Who acts, as it is shown: a person's name or `system`. */
export const actorName = ({ actor }: Pick<Context, 'actor'>): string =>
	actor.kind === 'staff' ? actor.name : actor.kind;

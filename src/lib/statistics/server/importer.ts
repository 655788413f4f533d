import type { Context } from '#lib/server/context.ts';

/** Who acts, as it is stored: a person's id or `system`. */
export const importerOf = ({ actor }: Pick<Context, 'actor'>): string =>
	actor.kind === 'staff' ? actor.personId : actor.kind;

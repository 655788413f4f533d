import type { Context } from '#lib/server/context.ts';
import type { Marks } from '../moderation.ts';

const purpose = 'text marks';

/** The marks of a decision as the database keeps them. */
export const sealMarks = ({ vault }: Pick<Context, 'vault'>, marks: Marks): string =>
	vault.seal(purpose, JSON.stringify(marks));

/** The marks that were sealed. */
export const openMarks = ({ vault }: Pick<Context, 'vault'>, sealed: string): Marks =>
	JSON.parse(vault.open(purpose, sealed)) as Marks;

import type { Context } from '../../server/context.ts';

/** A field that nobody sees; what fills it in is a program. */
export const decoyField = 'website';

/** A form that is sent in the second it was made, or in the next, was not read. */
const unreadSeconds = 2;

const markAt = ({ vault }: Context, dialogueId: string, second: number): string =>
	vault.keyedHash('form', `${dialogueId} ${second}`).slice(0, 22);

const secondOf = ({ now }: Context): number => Math.floor(now().getTime() / 1000);

/**
 * What a new form carries along to show that it was not made just now. It holds no time that can be read, is
 * recognised during the first two seconds only, and is never stored.
 */
export const formMark = (ctx: Context, dialogueId: string): string => markAt(ctx, dialogueId, secondOf(ctx));

/**
 * Whether a sent form looks as if a program had filled it in: its unseen field has a value, or it was made just
 * now, or not by us. A form that is shown once more is never asked again.
 */
export function looksHasty(ctx: Context, dialogueId: string, form: FormData): boolean {
	if (form.has('again')) return false;
	const mark = String(form.get('made') ?? '');
	if (form.get(decoyField) || !/^[A-Za-z0-9_-]{22}$/.test(mark)) return true;
	const second = secondOf(ctx);
	return Array.from({ length: unreadSeconds }, (_, age) => markAt(ctx, dialogueId, second - age)).includes(
		mark
	);
}

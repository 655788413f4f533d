import * as v from 'valibot';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { mostThemes, themeNameSchema } from '../moderation.ts';
import { moderatedDialogue, whileModerating, type Moderating } from './moderating.ts';
import { raiseRevision } from './released-text-store.ts';
import { selectThemes, upsertTheme } from './theme-store.ts';

const details: Record<string, string> = {
	missing: 'A theme needs a name.',
	'too-long': 'The name is too long.',
	taken: 'There is a theme of that name.',
	'too-many': 'There are too many themes.'
};
const refused = (code: string): { ok: false; problems: Problem[] } => ({
	ok: false,
	problems: [{ at: 'name', code, detail: details[code] ?? code }]
});

/**
 * Adds a theme to a dialogue, or renames one.
 * @param input.id of the theme that gets the name; a new one when left out
 * @returns its id, or the problem `missing`, `too-long`, `taken` or `too-many`
 * @throws AppError `not-found` when there is no such dialogue or theme, or without `texts.moderate` in its place
 */
export async function saveTheme(
	ctx: Moderating,
	{ dialogueId, id, name }: { dialogueId: string; id?: string | undefined; name: string }
): Promise<Outcome<{ id: string }>> {
	const { placeCode } = await moderatedDialogue(ctx, dialogueId);
	const parsed = v.safeParse(themeNameSchema, name);
	if (!parsed.success) return refused(parsed.issues[0].message);
	return whileModerating(ctx, dialogueId, async (trx) => {
		const themes = await selectThemes(trx, dialogueId);
		const before = themes.find((theme) => theme.id === id);
		if (id !== undefined && !before) throw new AppError('not-found');
		if (!before && themes.length >= mostThemes) return refused('too-many');
		const row = { id: before?.id ?? randomId(ctx.random), dialogueId, name: parsed.output };
		if (!(await upsertTheme(trx, row))) return refused('taken');
		await raiseRevision(trx, dialogueId);
		await recordEvent(trx, ctx, {
			action: 'theme.saved',
			placeCode,
			subject: `theme:${row.id}`,
			...(before && { before: { name: before.name } }),
			after: { name: row.name }
		});
		return { ok: true, value: { id: row.id } };
	});
}

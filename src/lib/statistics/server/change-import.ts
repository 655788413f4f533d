import * as v from 'valibot';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { importSettingsSchema, type ImportSettings } from '../import-settings.ts';
import { updateImportSettings } from './import-store.ts';
import { requireImport } from './require-import.ts';

/**
 * Saves what somebody says about a waiting file: its name, source, period, columns.
 * @returns the settings, or problems at their names
 * @throws AppError `not-found` when no such file waits, or without `situation.edit` in its place
 */
export async function changeImport(
	ctx: Pick<Context, 'db' | 'now' | 'actor' | 'vault'>,
	{ id, settings }: { id: string; settings: unknown }
): Promise<Outcome<ImportSettings>> {
	const { placeCode, fileName } = await requireImport(ctx, id);
	const parsed = v.safeParse(importSettingsSchema, settings);
	if (!parsed.success)
		return {
			ok: false,
			problems: parsed.issues.map((issue) => ({
				at: v.getDotPath(issue) ?? '',
				code: /^[a-z-]+$/.test(issue.message) ? issue.message : 'invalid',
				detail: issue.message
			}))
		};
	await ctx.db.transaction().execute(async (trx) => {
		await updateImportSettings(trx, { id, settings: JSON.stringify(parsed.output) });
		const { source, title } = parsed.output;
		const after = { file: fileName, source, title };
		await recordEvent(trx, ctx, { action: 'statistics.changed', placeCode, subject: `import:${id}`, after });
	});
	return { ok: true, value: parsed.output as ImportSettings };
}

import type { Context } from '#lib/server/context.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { suggestedSettings } from '#lib/statistics/import-settings.ts';
import { confirmImport } from '#lib/statistics/server/confirm-import.ts';
import { changeImport } from '#lib/statistics/server/change-import.ts';
import { readImportSettings } from '#lib/statistics/server/read-import-settings.ts';
import { stageImport } from '#lib/statistics/server/stage-import.ts';

/** A file of statistics and what is said about it. */
export interface PlantedFile {
	placeCode: string;
	fileName?: string;
	bytes: Uint8Array;
	settings?: Record<string, unknown>;
}

/** Uploads a file into a place and leaves it waiting. @returns its id */
export async function plantImport(ctx: Context, file: PlantedFile): Promise<string> {
	const staged = await stageImport(ctx, { fileName: 'tabell.csv', ...file });
	if (!staged.ok) throw new Error(staged.problems[0]?.code);
	const { id } = staged.value;
	const before = await readImportSettings(ctx, id);
	const changed = await changeImport(ctx, { id, settings: { ...before, ...file.settings } });
	if (!changed.ok) throw new Error(changed.problems[0]?.at);
	return id;
}

/** Imports a file into a place. @returns the ids of its series */
export async function plantSeries(ctx: Context, file: PlantedFile): Promise<string[]> {
	const imported = await confirmImport(ctx, await plantImport(ctx, file));
	if (!imported.ok) throw new Error(imported.problems.map(({ at, code }) => `${at} ${code}`).join());
	return imported.value.series;
}

/** Puts a series and a waiting file into a place, as rows: it is done for every member of the cast. */
export async function plantStatistics(
	ctx: Context,
	placeCode: string
): Promise<{ seriesId: string; importId: string }> {
	const [seriesId, importId, batch] = [1, 2, 3].map(() => randomId(secureRandom)) as [string, string, string];
	const content = Buffer.from('kod;år;antal\n1785;2025;318\n');
	await ctx.db
		.insertInto('statisticImport')
		.values({
			...{ id: importId, placeCode, fileName: 'tabell.csv', content, uploadedBy: 'system', uploadedAt: 0 },
			...{
				settings: JSON.stringify(suggestedSettings({ source: '', title: '' }, '2026-11-29')),
				confirmedAt: null
			}
		})
		.execute();
	await ctx.db
		.insertInto('statisticSeries')
		.values({
			...{ id: seriesId, placeCode, seriesKey: seriesId, title: 'Anmälda brott', parts: '[]', unit: 'antal' },
			...{ notes: '[]', public: 1, removed: 0, version: 1 }
		})
		.execute();
	const source = { source: 'Brå', licence: '', sourceUpdated: '', retrievedOn: '2026-11-29' };
	await ctx.db
		.insertInto('statisticVersion')
		.values({
			...{ seriesId, version: 1, importId, batch, importedBy: 'system', importedAt: 0, added: 1, revised: 0 },
			...source
		})
		.execute();
	await ctx.db
		.insertInto('statisticObservation')
		.values({
			...{ seriesId, placeCode: '1785', period: '2025', batch, value: 318, missing: null, preliminary: 0 },
			...{ low: null, high: null }
		})
		.execute();
	return { seriesId, importId };
}

/** Takes away what `plantStatistics` put there. */
export async function uprootStatistics(
	ctx: Context,
	{ seriesId, importId }: { seriesId: string; importId: string }
): Promise<void> {
	await ctx.db.deleteFrom('statisticImport').where('id', '=', importId).execute();
	await ctx.db.deleteFrom('statisticSeries').where('id', '=', seriesId).execute();
}

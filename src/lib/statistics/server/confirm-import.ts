import type { Transaction } from 'kysely';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { lock } from '#lib/server/db/lock.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { cleanText } from '../table.ts';
import { updateConfirmed } from './import-store.ts';
import { noteProgress } from './import-progress.ts';
import { importerOf } from './importer.ts';
import { isChanged, missingOf } from './missing-of-import.ts';
import { deleteBatch, insertObservations } from './observation-store.ts';
import { planStored, type ComparedSeries, type StoredPlan } from './plan-stored.ts';
import { requireImport } from './require-import.ts';
import { insertSeries, insertVersion, selectSeriesByKeys, updateSeries } from './series-store.ts';
import { readable } from './stage-import.ts';
import type { StatisticObservationRow, StatisticSeriesRow } from './tables.ts';

type Importing = Pick<Context, 'db' | 'now' | 'random' | 'actor' | 'vault'>;

/** Rows in one statement; nine columns each stay below SQLite's 32,766 variables, and others wait only for one of them. */
const chunk = 2_000;

/** What an import has kept. */
export interface Imported {
	placeCode: string;
	/** The ids of the series that got a version. */
	series: string[];
	added: number;
	revised: number;
}

interface Attempt extends StoredPlan {
	importId: string;
	placeCode: string;
	batch: string;
	changed: ComparedSeries[];
}

/** The series that values are going to be kept in; those that are new have no version, so nobody sees them yet. */
async function prepareSeries(ctx: Importing, attempt: Attempt): Promise<Map<string, StatisticSeriesRow>> {
	const { placeCode, changed, table, settings } = attempt;
	const notes = JSON.stringify(table.notes.map((note) => cleanText(note).slice(0, 600)).slice(0, 12));
	const missing = changed.filter(({ held }) => !held);
	const rows = missing.map(({ key, planned: { title, parts, unit } }) => ({
		...{
			id: randomId(ctx.random),
			placeCode,
			seriesKey: key,
			title,
			parts: JSON.stringify(parts),
			unit,
			notes
		},
		...{ public: Number(settings.public), removed: 0, version: 0 }
	}));
	await ctx.db.transaction().execute(async (trx) => {
		for (let start = 0; start < rows.length; start += chunk)
			await insertSeries(trx, rows.slice(start, start + chunk));
	});
	const keys = changed.map(({ key }) => key);
	const held = await selectSeriesByKeys(ctx.db, { placeCode, keys });
	return new Map(held.map((row) => [row.seriesKey, row]));
}

function rowsOf(
	{ changed, batch }: Attempt,
	held: Map<string, StatisticSeriesRow>
): StatisticObservationRow[] {
	return changed.flatMap(({ key, changes }) =>
		[...changes.added, ...changes.revised].map((value) => ({
			seriesId: held.get(key)!.id,
			placeCode: value.placeCode,
			period: value.period,
			batch,
			value: value.value,
			missing: value.missing,
			preliminary: Number(value.preliminary),
			low: value.low,
			high: value.high
		}))
	);
}

async function writeVersions(
	trx: Transaction<Database>,
	ctx: Importing,
	{ attempt, held }: { attempt: Attempt; held: Map<string, StatisticSeriesRow> }
): Promise<void> {
	const { importId, batch, settings, table } = attempt;
	for (const { key, changes } of attempt.changed) {
		const { id, version } = held.get(key)!;
		await insertVersion(trx, {
			...{ seriesId: id, version: version + 1, importId, batch, importedBy: importerOf(ctx) },
			...{ importedAt: ctx.now().getTime(), source: settings.source, licence: settings.licence },
			...{ sourceUpdated: table.updated, retrievedOn: settings.retrievedOn },
			...{ added: changes.added.length, revised: changes.revised.length }
		});
		await updateSeries(trx, id, { version: version + 1, removed: 0 });
	}
}

/** Whether another import has changed one of the series in between. */
async function isOvertaken(
	trx: Transaction<Database>,
	{ placeCode, changed }: Attempt,
	held: Map<string, StatisticSeriesRow>
): Promise<boolean> {
	const now = await selectSeriesByKeys(trx, { placeCode, keys: changed.map(({ key }) => key) });
	const planned = new Map(changed.map((one) => [one.key, one.held?.version ?? 0]));
	return now.length !== held.size || now.some(({ seriesKey, version }) => version !== planned.get(seriesKey));
}

const sum = (changed: readonly ComparedSeries[], of: 'added' | 'revised'): number =>
	changed.reduce((total, { changes }) => total + changes[of].length, 0);

/** Makes the values count, all at once; false when somebody else was faster. */
async function finish(
	ctx: Importing,
	attempt: Attempt,
	held: Map<string, StatisticSeriesRow>
): Promise<boolean> {
	return ctx.db.transaction().execute(async (trx) => {
		await lock(trx, 'statistics', 'exclusive');
		if (await isOvertaken(trx, attempt, held)) return false;
		const { importId: id, placeCode, changed, settings, table } = attempt;
		if (!(await updateConfirmed(trx, { id, confirmedAt: ctx.now().getTime() }))) return false;
		await writeVersions(trx, ctx, { attempt, held });
		const [added, revised] = [sum(changed, 'added'), sum(changed, 'revised')];
		const after = { source: settings.source, format: table.format, series: changed.length, added, revised };
		await recordEvent(trx, ctx, { action: 'statistics.imported', placeCode, subject: `import:${id}`, after });
		return true;
	});
}

async function write(ctx: Importing, attempt: Attempt): Promise<Outcome<Imported>> {
	const held = await prepareSeries(ctx, attempt);
	const rows = rowsOf(attempt, held);
	const { importId, batch, placeCode, changed } = attempt;
	const seriesIds = [...held.values()].map(({ id }) => id);
	let isDone = false;
	try {
		for (let start = 0; start < rows.length; start += chunk) {
			noteProgress(importId, { done: start, total: rows.length });
			const some = rows.slice(start, start + chunk);
			await ctx.db.transaction().execute((trx) => insertObservations(trx, some));
			// Others are heard in between.
			await new Promise((resolve) => setImmediate(resolve));
		}
		isDone = await finish(ctx, attempt, held);
	} finally {
		noteProgress(importId, null);
		if (!isDone) await ctx.db.transaction().execute((trx) => deleteBatch(trx, { batch, seriesIds }));
	}
	if (!isDone) return { ok: false, problems: [{ at: '', code: 'overtaken', detail: 'somebody was faster' }] };
	const [added, revised] = [sum(changed, 'added'), sum(changed, 'revised')];
	return { ok: true, value: { placeCode, series: seriesIds, added, revised } };
}

/**
 * Imports a waiting file: each series that it adds to or changes gets a new version, all at once or none. Values are
 * written a few at a time before they count, so that nobody waits for a large file.
 * @returns problems: `file` as reading gives them, `period`, `place` or `title` where something is missing, `nothing-new`,
 * `overtaken` when another import changed the same series in between
 * @throws AppError `not-found` when no such file waits, or without `situation.edit` in its place
 */
export async function confirmImport(ctx: Importing, id: string): Promise<Outcome<Imported>> {
	const row = await requireImport(ctx, id);
	const read = await readable(() => planStored(ctx, row));
	if (!read.ok) return read;
	const stored = read.value;
	const missing = missingOf(stored);
	if (missing) return { ok: false, problems: [missing] };
	const changed = stored.series.filter(isChanged);
	const { placeCode } = row;
	const batch = randomId(ctx.random);
	return write(ctx, { ...stored, importId: id, placeCode, batch, changed });
}

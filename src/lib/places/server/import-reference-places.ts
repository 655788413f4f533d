import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import { placeRows, populationRows } from './reference-rows.ts';
import type { PlacePopulationRow, PlaceRow } from './tables.ts';

/** Rows per statement: 12 columns stay below SQLite's 32,766 variables. */
const chunk = 2000;

function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
	for (let start = 0; start < rows.length; start += chunk) yield rows.slice(start, start + chunk);
}

async function writePlaces(trx: Transaction<Database>, rows: PlaceRow[]): Promise<void> {
	await trx.updateTable('place').set({ retired: 1 }).execute();
	for (const values of chunksOf(rows))
		await trx
			.insertInto('place')
			.values(values)
			.onConflict((conflict) =>
				conflict.column('code').doUpdateSet((row) => ({
					kind: row.ref('excluded.kind'),
					name: row.ref('excluded.name'),
					officialName: row.ref('excluded.officialName'),
					searchName: row.ref('excluded.searchName'),
					slug: row.ref('excluded.slug'),
					parentCode: row.ref('excluded.parentCode'),
					countyCode: row.ref('excluded.countyCode'),
					districtType: row.ref('excluded.districtType'),
					verified: row.ref('excluded.verified'),
					population: row.ref('excluded.population'),
					retired: row.ref('excluded.retired')
				}))
			)
			.execute();
}

async function writePopulation(trx: Transaction<Database>, rows: PlacePopulationRow[]): Promise<void> {
	await trx.deleteFrom('placePopulation').execute();
	for (const values of chunksOf(rows)) await trx.insertInto('placePopulation').values(values).execute();
}

/**
 * Fills the database with the shipped places and population when it holds another version or none, in one
 * transaction. Places that are no longer shipped stay, marked as retired; saved profiles are not touched.
 * @returns whether anything was written.
 */
export async function importReferencePlaces(db: Kysely<Database>): Promise<boolean> {
	const places = placeRows();
	const population = populationRows();
	const version = createHash('sha256')
		.update(JSON.stringify([places, population]))
		.digest('hex');
	return db.transaction().execute(async (trx) => {
		const held = await trx
			.selectFrom('placeReference')
			.select('version')
			.where('name', '=', 'places')
			.executeTakeFirst();
		if (held?.version === version) return false;
		await writePlaces(trx, places);
		await writePopulation(trx, population);
		await trx
			.insertInto('placeReference')
			.values({ name: 'places', version })
			.onConflict((conflict) => conflict.column('name').doUpdateSet({ version }))
			.execute();
		return true;
	});
}

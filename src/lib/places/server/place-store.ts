import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/db/database.ts';
import type { Place } from '../place.ts';

type FoundPlace = Omit<Place, 'verified'> & { verified: number; searchName: string };

/** A query over the places in use, with the name of the place above; every field of a Place by name. */
export const selectPlaces = (db: Kysely<Database>) =>
	db
		.selectFrom('place')
		.leftJoin('place as parent', 'parent.code', 'place.parentCode')
		.select([
			'place.code',
			'place.kind',
			'place.name',
			'place.officialName',
			'place.searchName',
			'place.slug',
			'place.parentCode',
			'parent.name as parentName',
			'place.countyCode',
			'place.verified',
			'place.population'
		]);

/** The place of a row. */
export const placeOf = (row: FoundPlace): Place => ({
	code: row.code,
	kind: row.kind,
	name: row.name,
	officialName: row.officialName,
	slug: row.slug,
	parentCode: row.parentCode,
	parentName: row.parentName,
	countyCode: row.countyCode,
	verified: row.verified === 1,
	population: row.population
});

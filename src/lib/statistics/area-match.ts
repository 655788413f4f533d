import { searchName, type Place } from '../places/place.ts';
import type { Area } from './table.ts';

/** A place that values may belong to. */
export type KnownPlace = Pick<Place, 'code' | 'kind' | 'name' | 'officialName'>;

/** The place of an area; null when it is none that is known, or could be several. */
export type AreaMatcher = (area: Area) => KnownPlace | null;

const country = /^(riket|hela (riket|landet|sverige)|sverige|sweden|whole sweden|samtliga kommuner)$/i;
const countyWords = /\bläns?$|\bcounty$|^region /i;

/** The code as the house writes it: SCB's `00` is the country, Kolada's `0017` the region of county 17. */
function ownCode(code: string): string {
	if (/^(00|0000|se)$/i.test(code)) return 'se';
	return /^00\d{2}$/.test(code) ? code.slice(2) : code.toUpperCase();
}

/** By name as written, and by name in plain letters, where Håbo and Habo are one. */
interface Named {
	written: Map<string, KnownPlace[]>;
	plain: Map<string, KnownPlace[]>;
}

const put = (names: Map<string, KnownPlace[]>, name: string, place: KnownPlace) => {
	const held = names.get(name) ?? [];
	if (!held.includes(place)) names.set(name, [...held, place]);
};

const exact = (name: string): string => name.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();

/** Names without their last word that says what kind of place it is, with the dash and the blanks of any kind alike. */
const bare = (name: string): string =>
	exact(name)
		.replace(/[‐‑‒–—−]/g, '-')
		.replace(/\s*-\s*/g, '-')
		.replace(/ (kommun|stad|län|county|municipality)$/, '')
		.replace(/^(region|lokalpolisområde|lpo|polisregion) /, '');

const withoutS = (name: string): string[] =>
	name.length > 3 && name.endsWith('s') ? [name.slice(0, -1)] : [];

function namesOf(places: readonly KnownPlace[]): Named {
	const names: Named = { written: new Map(), plain: new Map() };
	for (const place of places) {
		for (const name of [place.name, place.officialName ?? place.name]) {
			put(names.written, exact(name), place);
			put(names.written, bare(name), place);
			put(names.plain, searchName(name), place);
		}
	}
	return names;
}

/** The only place, or the municipality where a county or a police area shares its name. */
function oneOf(found: readonly KnownPlace[]): KnownPlace | null {
	const municipalities = found.filter(({ kind }) => kind === 'municipality');
	const wanted = municipalities.length > 0 ? municipalities : found;
	return wanted.length === 1 ? wanted[0]! : null;
}

/** By name, likeliest first: as written, without "kommun" and in a genitive, at last with plain letters. */
function byName(name: string, names: Named): KnownPlace | null {
	if (countyWords.test(name)) {
		const whole = bare(name);
		const forms = [exact(name), whole, `${whole}s`, ...withoutS(whole)];
		const county = forms
			.flatMap((form) => names.written.get(form) ?? [])
			.find(({ kind }) => kind === 'county');
		if (county) return county;
	}
	const plain = searchName(name);
	const candidates = [
		...[exact(name), bare(name), ...withoutS(bare(name))].map((form) => names.written.get(form)),
		...[plain, ...withoutS(plain)].map((form) => names.plain.get(form))
	];
	const found = candidates.find((places) => places !== undefined);
	return found ? oneOf(found) : null;
}

/**
 * Finds the places of a file's areas: by code, else by name. "Säffle kommun", "Säffles", "Malung–Sälen", "Värmlands län"
 * and "Hela riket" are found; a name that several places have is not guessed.
 */
export function matchAreas(places: readonly KnownPlace[]): AreaMatcher {
	const codes = new Map(places.map((place) => [place.code.toUpperCase(), place]));
	const se = codes.get('SE') ?? null;
	const names = namesOf(places);
	return ({ code, name }) => {
		if (code !== '') {
			const found = codes.get(ownCode(code).toUpperCase());
			if (found || name === '') return found ?? null;
		}
		if (country.test(name.trim())) return se;
		return name === '' ? null : byName(name, names);
	};
}

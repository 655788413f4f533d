import * as v from 'valibot';
import { columnRoles } from './formats/grid-columns.ts';
import { readPeriod } from './period.ts';

/** What somebody says about a file before it is imported. */
export interface ImportSettings {
	/** The name of the series; empty: as the file names what it measures. */
	title: string;
	source: string;
	licence: string;
	/** Calendar day that the file was fetched at its source. */
	retrievedOn: string;
	/** For values without one; empty when the file says. */
	period: string;
	/** The code of a place for values without one; empty when the file says. */
	place: string;
	/** Which of the things measured are wanted, by their numbers in the table; null: all. */
	heads: number[] | null;
	/** What columns stand for, by their numbers, where the file was misread. */
	columns: Record<number, (typeof columnRoles)[number]>;
	public: boolean;
}

const words = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, 'too-long'));
const number = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5_000));

/** The settings as somebody writes them; messages are problem codes. */
export const importSettingsSchema = v.strictObject({
	title: words(200),
	source: v.pipe(words(120), v.minLength(1, 'missing')),
	licence: words(120),
	retrievedOn: v.pipe(v.string(), v.isoDate('invalid-day')),
	period: v.pipe(
		words(20),
		v.check((text) => text === '' || readPeriod(text) !== undefined, 'invalid-period')
	),
	place: words(30),
	heads: v.nullable(v.array(number)),
	columns: v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), v.picklist(columnRoles)),
	public: v.boolean()
}) satisfies v.GenericSchema<unknown, ImportSettings>;

/** Who a format's numbers come from when the file does not say, and on which terms they may be used. */
const knownSources: [RegExp, { source: string; licence: string }][] = [
	[/scb|statistics sweden|statistiska centralbyrån|statistikmyndigheten/i, { source: 'SCB', licence: 'CC0' }],
	[/kolada|rka/i, { source: 'Kolada (RKA)', licence: 'fri användning med källa' }],
	[/brå|brottsförebyggande/i, { source: 'Brå', licence: 'fri användning med källa' }]
];

/** What is suggested for a file that nobody has said anything about yet. */
export function suggestedSettings(table: { source: string; title: string }, today: string): ImportSettings {
	const known = knownSources.find(([pattern]) => pattern.test(table.source))?.[1];
	return {
		...{ title: '', source: known?.source ?? table.source, licence: known?.licence ?? '' },
		...{ retrievedOn: today, period: '', place: '', heads: null, columns: {}, public: true }
	};
}

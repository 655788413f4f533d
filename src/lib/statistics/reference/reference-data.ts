import kolada from './kolada-indicators.json' with { type: 'json' };
import similar from './similar-municipalities.json' with { type: 'json' };

/** The shipped facts that imports and comparisons use, as README.md beside this file describes them. */
export const statisticsReference = {
	/** Kolada's code of an indicator → its title. */
	koladaTitles: kolada.indicators as Readonly<Record<string, string>>,
	/** Municipality code → codes of those like it. */
	similar: similar.municipalities as Readonly<Record<string, readonly string[]>>,
	similarYear: similar.year
};

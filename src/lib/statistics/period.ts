/** A period as tables write it. */
export interface Period {
	/** `2024`, `2024-05`, `2024-Q1`, `2024-H1`, `2024-W05`, `2024-05-31`, `2017/2018`; sorts by its beginning as text. */
	period: string;
	preliminary: boolean;
}

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const year = '((?:18|19|20|21)\\d{2})';
const two = (digits: string) => digits.padStart(2, '0');

const shapes: [RegExp, (parts: string[]) => string][] = [
	[new RegExp(`^${year}$`), ([y]) => y!],
	[new RegExp(`^${year}\\s*[-/–]\\s*${year}$`), ([from, to]) => `${from}/${to}`],
	[new RegExp(`^${year}[-/](0[1-9]|1[0-2])$`), ([y, m]) => `${y}-${m}`],
	[new RegExp(`^${year}[-/](\\d{2})$`), ([y, end]) => `${y}/${y!.slice(0, 2)}${end}`],
	[new RegExp(`^${year}\\s?m(0?[1-9]|1[0-2])$`, 'i'), ([y, m]) => `${y}-${two(m!)}`],
	[new RegExp(`^${year}\\s?-?(?:k|q|kv|kvartal)\\s?([1-4])$`, 'i'), ([y, q]) => `${y}-Q${q}`],
	[new RegExp(`^${year}\\s?-?h([12])$`, 'i'), ([y, h]) => `${y}-H${h}`],
	[new RegExp(`^${year}\\s?-?[vw](0?[1-9]|[1-4]\\d|5[0-3])$`, 'i'), ([y, w]) => `${y}-W${two(w!)}`],
	[new RegExp(`^${year}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])(?:T.*)?$`), ([y, m, d]) => `${y}-${m}-${d}`],
	[new RegExp(`^([a-zå]{3})[a-z]*\\.?\\s+${year}$`, 'i'), ([name, y]) => monthOf(name!, y!)],
	[new RegExp(`^${year}\\s+([a-zå]{3})[a-z]*\\.?$`, 'i'), ([y, name]) => monthOf(name!, y!)]
];

function monthOf(name: string, inYear: string): string {
	const short = name.toLowerCase().replace('may', 'maj').replace('oct', 'okt');
	const month = months.indexOf(short) + 1;
	return month === 0 ? '' : `${inYear}-${two(String(month))}`;
}

/** The period that a text names; undefined when it names none. "prel" after it is read, too. */
export function readPeriod(cell: string | number | null | undefined): Period | undefined {
	const text = String(cell ?? '')
		.replace(/[\s\u00a0]+/g, ' ')
		.trim();
	if (text.length > 40) return undefined;
	const bare = text.replace(/[\s(,]*prel(?:\.|imin[äa]r\w*)?\)?$/i, '');
	for (const [shape, periodOf] of shapes) {
		const found = shape.exec(bare);
		const period = found && periodOf(found.slice(1));
		if (period) return { period, preliminary: bare !== text };
	}
	return undefined;
}

/** Earlier before later; of two that begin together the shorter first. */
export const comparePeriods = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

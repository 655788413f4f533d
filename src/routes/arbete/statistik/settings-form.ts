import { columnRoles } from '#lib/statistics/formats/grid-columns.ts';
import type { ImportSettings } from '#lib/statistics/import-settings.ts';

const field = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** The columns that somebody has given another meaning than was shown, added to those changed before. */
function columnsOf(form: FormData, before: ImportSettings['columns']): ImportSettings['columns'] {
	const columns = { ...before };
	for (const [name, value] of form) {
		const number = /^column-(\d{1,3})$/.exec(name)?.[1];
		const role = columnRoles.find((one) => one === value);
		if (number !== undefined && role && field(form, `${name}-was`) !== role) columns[Number(number)] = role;
	}
	return columns;
}

/**
 * What the form of an import says. Choices that the form does not show stay as they were; when the columns mean something
 * else, what they measure is chosen anew.
 */
export function settingsOf(form: FormData, before: ImportSettings): ImportSettings {
	const columns = columnsOf(form, before.columns);
	const isSame = JSON.stringify(columns) === JSON.stringify(before.columns);
	const heads = form.getAll('heads').map(Number);
	const kept = (name: 'title' | 'period' | 'place') => (form.has(name) ? field(form, name) : before[name]);
	return {
		...{ title: kept('title'), period: kept('period'), place: kept('place') },
		...{ source: field(form, 'source'), licence: field(form, 'licence') },
		...{ retrievedOn: field(form, 'retrievedOn'), columns, public: form.has('public') },
		heads: !isSame || heads.length === 0 ? null : heads
	};
}

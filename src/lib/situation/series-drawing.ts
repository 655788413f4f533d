import { formatDecimal } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { FrozenLine } from './series-evidence.ts';

/** A series over time, drawn on the server: it prints, and no script is needed. */
export interface SeriesDrawing {
	width: number;
	height: number;
	/** Horizontal lines with their values. */
	ticks: { y: number; text: string }[];
	/** The first and the last period, and those between that have room. */
	periods: { x: number; text: string }[];
	lines: { name: string; path: string; dots: { x: number; y: number }[]; end: { x: number; y: number } }[];
}

const width = 640;
const height = 280;
const left = 56;
const right = 620;
const top = 16;
const bottom = 244;

/** Steps of 1, 2 or 5 times a power of ten, so that three to six of them reach from zero past the largest value. */
export function niceStep(largest: number): number {
	const power = 10 ** Math.floor(Math.log10(Math.max(largest, 1e-9) / 4));
	return [1, 2, 5, 10].map((times) => times * power).find((step) => largest / step <= 5)!;
}

/** Draws at most three lines from zero up; nothing where no line has two values. */
export function drawSeries(lines: readonly FrozenLine[], language: Language): SeriesDrawing | undefined {
	const shown = lines.slice(0, 3);
	const periods = [...new Set(shown.flatMap(({ values }) => values.map(({ period }) => period)))].sort();
	const numbers = shown.flatMap(({ values }) => values.flatMap(({ value }) => value ?? []));
	if (periods.length < 2 || numbers.length < 2) return undefined;
	const largest = Math.max(...numbers, 0);
	const step = niceStep(largest || 1);
	const ceiling = Math.ceil((largest || 1) / step) * step;
	const x = (period: string) => left + (periods.indexOf(period) / (periods.length - 1)) * (right - left);
	const y = (value: number) => bottom - (value / ceiling) * (bottom - top);
	const every = Math.ceil(periods.length / 8);
	return {
		...{ width, height },
		ticks: Array.from({ length: Math.round(ceiling / step) + 1 }, (_, index) => ({
			y: y(index * step),
			text: formatDecimal(Number((index * step).toPrecision(12)), language)
		})),
		periods: periods
			.map((text, index) => ({ x: x(text), text, index }))
			.filter(({ index }) => index % every === 0)
			.map(({ x: at, text }) => ({ x: at, text })),
		lines: shown.map(({ name, values }) => {
			const dots = values.flatMap(({ period, value }) =>
				value === null ? [] : [{ x: x(period), y: y(value) }]
			);
			const path = dots
				.map((dot, index) => `${index === 0 ? 'M' : 'L'}${dot.x.toFixed(1)} ${dot.y.toFixed(1)}`)
				.join('');
			return { name, path, dots, end: dots.at(-1) ?? { x: left, y: bottom } };
		})
	};
}

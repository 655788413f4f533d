import {
	CategoryScale,
	Chart,
	LineController,
	LineElement,
	LinearScale,
	PointElement,
	type ChartConfiguration,
	type ChartDataset,
	type Plugin
} from 'chart.js';
import { lineStyles, type ChartData } from './chart-data.ts';

Chart.register(CategoryScale, LineController, LineElement, LinearScale, PointElement);

/** Wide enough for names at the ends of the lines. */
const wide = 560;
const labelRoom = 165;

const colourOf = (token: string): string =>
	getComputedStyle(document.documentElement).getPropertyValue(token).trim() || 'CanvasText';

const numbers = (language: string) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

/** How far to the side the limits of each line stand, so that none hides another. */
const aside = [0, 7, -7, 14];

/** Draws the limits of confidence intervals as bars with a stroke at each end. */
const limits = ({ lines }: ChartData): Plugin<'line'> => ({
	id: 'limits',
	beforeDatasetsDraw(chart) {
		const { ctx, scales } = chart;
		lines.forEach(({ low, high }, index) => {
			const scale = scales['y'];
			if (!low || !high || !scale) return;
			ctx.save();
			ctx.strokeStyle = colourOf(lineStyles[index]!.colour);
			ctx.lineWidth = 2;
			chart.getDatasetMeta(index).data.forEach((point, at) => {
				const x = point.x + aside[index]!;
				const [from, to] = [low[at], high[at]];
				if (from == null || to == null) return;
				const [bottom, top] = [scale.getPixelForValue(from), scale.getPixelForValue(to)];
				ctx.beginPath();
				ctx.moveTo(x, bottom);
				ctx.lineTo(x, top);
				for (const y of [bottom, top]) {
					ctx.moveTo(x - 5, y);
					ctx.lineTo(x + 5, y);
				}
				ctx.stroke();
			});
			ctx.restore();
		});
	}
});

/** Writes the name of each line at its end, where there is room; names that would meet move apart. */
const names = ({ lines }: ChartData): Plugin<'line'> => ({
	id: 'names',
	afterDatasetsDraw(chart) {
		const { ctx, width } = chart;
		if (width < wide || lines.length < 2) return;
		const ends = lines.flatMap(({ name, values }, index) => {
			const last = values.findLastIndex((value) => value !== null);
			const point = chart.getDatasetMeta(index).data[last];
			return point ? [{ name, x: point.x, y: point.y, colour: lineStyles[index]!.colour }] : [];
		});
		ends.sort((a, b) => a.y - b.y);
		ctx.save();
		ctx.font = `600 14px ${colourOf('--font')}`;
		ctx.textBaseline = 'middle';
		let lowest = -Infinity;
		for (const { name, x, y, colour } of ends) {
			lowest = Math.max(y, lowest + 18);
			ctx.fillStyle = colourOf(colour);
			ctx.fillText(name.split(',')[0]!, x + 22, lowest, labelRoom - 24);
		}
		ctx.restore();
	}
});

function datasetsOf({ lines }: ChartData): ChartDataset<'line'>[] {
	return lines.map(({ name, values, hollow }, index) => {
		const { colour, dash, point, width } = lineStyles[index] ?? lineStyles[0]!;
		const drawn = colourOf(colour);
		return {
			...{ label: name, data: values, borderColor: drawn, borderDash: dash, borderWidth: width },
			...{
				pointStyle: point,
				pointRadius: index === 0 ? 5 : 4,
				pointBorderColor: drawn,
				pointBorderWidth: 2
			},
			pointBackgroundColor: values.map((_, at) => (hollow?.[at] ? colourOf('--paper') : drawn)),
			spanGaps: false
		};
	});
}

function configurationOf(data: ChartData, width: number): ChartConfiguration<'line'> {
	const written = numbers(data.language);
	const ink = colourOf('--ink-2');
	const ticks = { color: ink, font: { family: colourOf('--font'), size: 14 } };
	const room = width >= wide && data.lines.length > 1 ? labelRoom : 8;
	return {
		type: 'line',
		data: { labels: data.labels, datasets: datasetsOf(data) },
		options: {
			...{ animation: false, responsive: true, maintainAspectRatio: false, events: [] },
			layout: { padding: { right: room, top: 8 } },
			scales: {
				x: {
					grid: { display: false },
					border: { color: ink },
					ticks: { ...ticks, maxRotation: 60, autoSkip: true }
				},
				y: {
					beginAtZero: true,
					suggestedMax: Math.max(0, ...data.lines.flatMap(({ high }) => (high ?? []).map((one) => one ?? 0))),
					border: { display: false },
					grid: { color: colourOf('--line') },
					ticks: { ...ticks, maxTicksLimit: 6, callback: (value) => written.format(Number(value)) }
				}
			}
		},
		plugins: [limits(data), names(data)]
	};
}

/** Draws a chart into its place, and again when the colours change. */
function draw(place: HTMLElement): void {
	const data = JSON.parse(place.dataset.chart ?? '') as ChartData;
	const canvas = document.createElement('canvas');
	place.replaceChildren(canvas);
	place.hidden = false;
	let chart = new Chart(canvas, configurationOf(data, place.clientWidth));
	const again = () => {
		chart.destroy();
		chart = new Chart(canvas, configurationOf(data, place.clientWidth));
	};
	matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
	void document.fonts.ready.then(again);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-chart]')) draw(place);

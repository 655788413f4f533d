import { writeXlsx } from 'hucre/xlsx';

type Cells = (string | number | null)[];
const years = Array.from({ length: 10 }, (_, at) => 2016 + at);

/** Made-up numbers that move from year to year. */
const counts = (base: number, step: number): number[] =>
	years.map((_, at) => Math.round(base + step * at + (at % 3) * base * 0.06));

function crimeSheet(name: string, title: string, base: number) {
	const header = [
		'',
		...years.map((year) => `Antal ${year}`),
		...years.map((year) => `Antal per 100 000 ${year}`)
	];
	const row = (place: string, size: number, rate: number): Cells => [
		place,
		...counts(base * size, -0.01 * base * size),
		...counts(rate, -rate * 0.01)
	];
	const rows: Cells[] = [
		[title],
		header,
		row('Säffle kommun', 1, (base / 15_200) * 1e5),
		row('Värmlands län', 20, (base / 15_000) * 1e5),
		row('Hela riket', 900, (base / 12_000) * 1e5),
		['Källa: Brå']
	];
	return { name, rows };
}

function surveySheet(name: string, title: string) {
	const places = ['Säffle kommun', 'Polisregion Bergslagen', 'Hela landet'];
	const three = (value: number): Cells => [value, value - 4, value + 4];
	const rows: Cells[] = [
		[title],
		['', ...places.flatMap((place): Cells => [place, null, null])],
		['', ...places.flatMap((): Cells => ['Andel', 'KI undre', 'KI övre'])],
		['2017/2018', ...three(22), ...three(24), ...three(28)],
		['2019/2020', ...three(24.5), ...three(25), ...three(27)],
		['2021/2022', '..', '..', '..', ...three(26), ...three(26)],
		['2023/2024', ...three(21), ...three(23), ...three(25)]
	];
	return { name, rows };
}

/** A workbook in the shape of Brå’s indicators for one municipality, with made-up numbers. */
export const braWorkbook = (): Promise<Uint8Array> =>
	writeXlsx({
		sheets: [
			{ name: 'Läs mig', rows: [['Indikatorer för kommuners lägesbild'], ['Text om filen']] },
			crimeSheet('Skadegörelse', 'Anmälda skadegörelsebrott', 180),
			crimeSheet('Personrån unga', 'Anmälda personrån mot unga under 18 år', 4),
			surveySheet('Otrygghet utomhus-NTU', 'Otrygghet vid utevistelse sent på kvällen')
		]
	});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contextOf } from '#lib/server/application.ts';
import { progressOf } from '#lib/statistics/server/import-progress.ts';
import { readStatistics } from '#lib/statistics/read-statistics.ts';
import { confirmImport } from '#lib/statistics/server/confirm-import.ts';
import { readImport } from '#lib/statistics/server/read-import.ts';
import { stageImport } from '#lib/statistics/server/stage-import.ts';
import { prepareData } from '../../scripts/prepare-data.ts';

/** Most milliseconds that 100,000 cells may take from upload to counting. */
const most = 5_000;

/** A JSON-stat file of 290 municipalities, 23 ages, 3 sexes and 5 years: 100,050 cells. */
async function hundredThousandCells(codes: readonly string[]): Promise<Buffer> {
	const list = (name: string, length: number) => Array.from({ length }, (_, at) => `${name}${at}`);
	const dimensions = {
		Region: codes,
		Alder: list('ålder ', 23),
		Kon: ['totalt', 'män', 'kvinnor'],
		Tid: list('202', 5)
	};
	const size = Object.values(dimensions).map(({ length }) => length);
	const value = Array.from({ length: size.reduce((a, b) => a * b, 1) }, (_, at) => (at * 7919) % 10_007);
	const dimension = Object.fromEntries(
		Object.entries(dimensions).map(([name, index]) => [name, { label: name, category: { index } }])
	);
	const shape = { version: '2.0', class: 'dataset', label: 'Folkmängd', source: 'SCB' };
	return Buffer.from(JSON.stringify({ ...shape, id: Object.keys(dimensions), size, dimension, value }));
}

/** The least that reading can cost: the values parsed and walked through once. */
function floorOf(bytes: Buffer): number {
	const begun = performance.now();
	const { value } = JSON.parse(bytes.toString()) as { value: number[] };
	let sum = 0;
	for (const one of value) sum += one;
	if (!Number.isFinite(sum)) throw new Error('no sum');
	return performance.now() - begun;
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
	const begun = performance.now();
	const value = await work();
	return [performance.now() - begun, value];
}

/**
 * Measures what importing 100,000 cells costs from the upload to the moment they count, beside parsing and walking through
 * them. @returns whether it stays within what is allowed and told how far it was
 */
export async function benchImport(): Promise<boolean> {
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-bench-'));
	delete process.env.DATABASE_URL;
	process.env.LYHORD_DATA = folder;
	const application = await prepareData();
	const ctx = { ...contextOf(application), actor: { kind: 'system' as const } };
	try {
		const places = await ctx.db
			.selectFrom('place')
			.select('code')
			.where('kind', '=', 'municipality')
			.execute();
		const bytes = await hundredThousandCells(places.map(({ code }) => code));
		await readStatistics(bytes);
		const floor = floorOf(bytes);
		const [reading] = await timed(() => readStatistics(bytes));
		const before = process.cpuUsage();
		const file = { placeCode: '1785', fileName: 'folkmangd.json', bytes };
		const [staging, staged] = await timed(() => stageImport(ctx, file));
		if (!staged.ok) throw new Error(staged.problems[0]?.code);
		const { id } = staged.value;
		const [previewing] = await timed(() => readImport(ctx, id));
		const told = new Set<number>();
		const watch = setInterval(() => told.add(progressOf(id)?.done ?? 0), 10);
		const [confirming, imported] = await timed(() => confirmImport(ctx, id));
		clearInterval(watch);
		if (!imported.ok) throw new Error(imported.problems[0]?.code);
		const { user, system } = process.cpuUsage(before);
		const whole = staging + previewing + confirming;
		const line = (name: string, ms: number) => `${name.padEnd(36)} ${ms.toFixed(0).padStart(6)} ms`;
		console.log(line('floor: JSON.parse and a loop', floor));
		console.log(
			`${line('reading into the common table', reading)}   ${(reading / floor).toFixed(1)} × the floor`
		);
		console.log(line('upload', staging));
		console.log(line('preview', previewing));
		console.log(line('import', confirming));
		console.log(line('processor time in all', (user + system) / 1000));
		console.log(
			`${line('in all', whole)}   at most ${most} ms; ${imported.value.added} values, told ${told.size} times`
		);
		return whole <= most && told.size > 3 && imported.value.added > 99_000;
	} finally {
		await application.db.destroy();
		rmSync(folder, { recursive: true, force: true });
	}
}

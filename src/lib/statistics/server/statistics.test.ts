import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Context } from '#lib/server/context.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { changeImport } from './change-import.ts';
import { changeSeries, removeSeries } from './change-series.ts';
import { confirmImport } from './confirm-import.ts';
import { discardImport } from './discard-import.ts';
import { listImports, listSeries } from './list-series.ts';
import { purgeImports } from './purge-imports.ts';
import { readImport } from './read-import.ts';
import { readObservation, readPublicSeries, readSeries } from './read-series.ts';
import { stageImport } from './stage-import.ts';

const place = { placeCode: '1785' };
const said = {
	...{ title: 'Anmälda brott', source: 'Brå', licence: '', retrievedOn: '2027-02-01', period: '2026' },
	...{ place: '', heads: null, columns: {}, public: true }
};

async function staged(ctx: Context, text: string | Buffer, settings?: object): Promise<string> {
	const outcome = await stageImport(ctx, { ...place, fileName: 'brott.csv', bytes: Buffer.from(text) });
	if (!outcome.ok) throw new Error(outcome.problems[0]!.code);
	const { id } = outcome.value;
	if (settings)
		expect(await changeImport(ctx, { id, settings: { ...said, ...settings } })).toMatchObject({ ok: true });
	return id;
}
async function imported(ctx: Context, text: string | Buffer, settings: object = {}) {
	const outcome = await confirmImport(ctx, await staged(ctx, text, settings));
	if (!outcome.ok) throw new Error(outcome.problems.map(({ at, code }) => `${at} ${code}`).join());
	return outcome.value;
}
const actions = async (ctx: Context) =>
	(await ctx.db.selectFrom('auditEvent').select('action').orderBy('seq').execute()).map(
		({ action }) => action
	);
const table = (value: string) =>
	`Kommun;Antal;Per 100 000 inv.\nSäffle kommun;${value};7 810\nLaxå;300;5 000\nHela landet;1 400 000;13 300\nAtlantis;1;1\n`;

onBothEngines('statistics', (createContext) => {
	test('a file waits as it came, is previewed, and counts once it is confirmed', async () => {
		const ctx = await createContext();
		const id = await staged(ctx, table('1 170'), {});
		expect(await listSeries(ctx, place)).toEqual([]);
		expect((await listImports(ctx, place)).map(({ fileName }) => fileName)).toEqual(['brott.csv']);
		const preview = await readImport(ctx, id);
		expect(preview).toMatchObject({
			ok: true,
			value: {
				counts: { read: 8, kept: 6, places: 3, added: 6, revised: 0, same: 0 },
				unmatched: [{ code: '', name: 'Atlantis' }],
				needs: { period: true, place: false, title: true }
			}
		});
		expect(await confirmImport(ctx, id)).toMatchObject({ ok: true, value: { added: 6, revised: 0 } });
		expect(await listImports(ctx, place)).toEqual([]);
		const series = await listSeries(ctx, place);
		expect(series.map(({ title, source }) => [title, source])).toEqual(
			Array(2).fill(['Anmälda brott', 'Brå'])
		);
		expect(series.map(({ unit }) => unit).sort()).toEqual(['antal', 'per 100 000 invånare']);
		expect(series[0]).toMatchObject({
			version: 1,
			public: true,
			periods: { count: 1, first: '2026', last: '2026' }
		});
		expect(await actions(ctx)).toEqual(['statistics.changed', 'statistics.imported']);
	});

	test('a later file makes a version: what it changes is told, and the earlier version still reads as it was', async () => {
		const ctx = await createContext();
		await imported(ctx, table('1 170'));
		const again = await staged(ctx, table('1 170'), {});
		expect(await confirmImport(ctx, again)).toMatchObject({ ok: false, problems: [{ code: 'nothing-new' }] });
		const id = await staged(ctx, table('1 182 prel'), {});
		expect(await readImport(ctx, id)).toMatchObject({
			value: {
				counts: { added: 0, revised: 1, same: 5 },
				revisions: [{ place: 'Säffle', period: '2026', before: 1170, after: 1182 }]
			}
		});
		expect(await confirmImport(ctx, id)).toMatchObject({ ok: true, value: { added: 0, revised: 1 } });
		const { id: seriesId } = (await listSeries(ctx, place)).find(({ unit }) => unit === 'antal')!;
		const now = await readSeries(ctx, { ...place, seriesId });
		expect(now.version).toBe(2);
		expect(now.lines.map(({ relation, place: { name } }) => [relation, name])).toEqual([
			['own', 'Säffle'],
			['country', 'Sverige']
		]);
		expect(now.lines[0]!.values).toMatchObject([
			{ value: 1182, preliminary: true, version: 2, earlier: [{ version: 1, value: 1170 }] }
		]);
		expect(now.versions.map(({ version, revised }) => [version, revised])).toEqual([
			[2, 1],
			[1, 0]
		]);
		const asked = { ...place, seriesId, version: 1, period: '2026' };
		expect(await readObservation(ctx, asked)).toMatchObject({ value: 1170, source: 'Brå', seriesVersion: 1 });
	});

	test('nothing is kept of a file that lacks a name, a year or a known place', async () => {
		const ctx = await createContext();
		const problems = async (text: string, settings: object) => {
			const outcome = await confirmImport(ctx, await staged(ctx, text, settings));
			return outcome.ok ? [] : outcome.problems.map(({ at, code }) => `${at} ${code}`);
		};
		expect(await problems(table('1'), { period: '' })).toEqual(['period missing']);
		expect(await problems(table('1'), { title: '' })).toEqual(['title missing']);
		expect(await problems('Kommun;Antal\nAtlantis;5\n', {})).toEqual(['file no-known-place']);
		expect(await ctx.db.selectFrom('statisticSeries').select('id').execute()).toEqual([]);
		expect(await ctx.db.selectFrom('statisticObservation').select('period').execute()).toEqual([]);
	});

	test('of two imports into the same series at once each makes a version of its own, or leaves nothing behind', async () => {
		const ctx = await createContext();
		const ids = [await staged(ctx, table('1'), {}), await staged(ctx, table('2'), {})];
		const outcomes = await Promise.all(ids.map((id) => confirmImport(ctx, id)));
		const won = outcomes.filter(({ ok }) => ok).length;
		expect(won).toBeGreaterThan(0);
		for (const outcome of outcomes)
			if (!outcome.ok) expect(outcome.problems).toMatchObject([{ code: 'overtaken' }]);
		const series = await listSeries(ctx, place);
		expect(Math.max(...series.map(({ version }) => version))).toBe(won);
		const rows = await ctx.db.selectFrom('statisticObservation').select('batch').distinct().execute();
		expect(rows).toHaveLength(won);
	});

	test('a series is shown to everybody only while it is meant to be, and may be taken away and come back', async () => {
		const ctx = await createContext();
		await imported(ctx, table('1'), { public: false });
		const { id: seriesId } = (await listSeries(ctx, place))[0]!;
		const absent = { code: 'not-found' };
		await expect(readPublicSeries(ctx, { ...place, seriesId })).rejects.toMatchObject(absent);
		await changeSeries(ctx, { id: seriesId, public: true });
		expect(await readPublicSeries(ctx, { ...place, seriesId })).toMatchObject({ id: seriesId });
		await expect(readPublicSeries(ctx, { placeCode: '2034', seriesId })).rejects.toMatchObject(absent);
		await removeSeries(ctx, seriesId);
		await expect(readSeries(ctx, { ...place, seriesId })).rejects.toMatchObject(absent);
		await imported(ctx, table('1'));
		expect(await readSeries(ctx, { ...place, seriesId })).toMatchObject({ version: 2 });
	});

	test('a reader of the place sees series but imports nothing, and a foreign editor finds nothing', async () => {
		const ctx = await createContext();
		await imported(ctx, table('1'));
		const { id: seriesId } = (await listSeries(ctx, place))[0]!;
		const waiting = await staged(ctx, table('2'), {});
		const as = (role: 'reader' | 'editor', placeCode: string): Context => ({
			...ctx,
			actor: {
				...{ kind: 'staff', personId: 'p', name: 'Kim', sessionId: 's', secondFactor: true },
				memberships: [{ role, placeCode, through: 'invitation' }]
			}
		});
		const absent = { code: 'not-found' };
		const reader = as('reader', '1785');
		expect(await readSeries(reader, { ...place, seriesId })).toMatchObject({ id: seriesId });
		for (const foreign of [reader, as('editor', '2034')]) {
			const file = { ...place, fileName: 'a.csv', bytes: Buffer.from(table('1')) };
			await expect(stageImport(foreign, file)).rejects.toMatchObject(absent);
			await expect(readImport(foreign, waiting)).rejects.toMatchObject(absent);
			await expect(confirmImport(foreign, waiting)).rejects.toMatchObject(absent);
			await expect(discardImport(foreign, waiting)).rejects.toMatchObject(absent);
			await expect(removeSeries(foreign, seriesId)).rejects.toMatchObject(absent);
		}
		await expect(readSeries(as('editor', '2034'), { ...place, seriesId })).rejects.toMatchObject(absent);
		await discardImport(as('editor', '1785'), waiting);
		expect(await listImports(ctx, place)).toEqual([]);
	});

	test('a file that nobody has confirmed for seven days is thrown away by the clock, and nothing else', async () => {
		const ctx = await createContext();
		await imported(ctx, table('1'));
		await staged(ctx, table('2'));
		ctx.setNow('2027-03-04T12:00:00Z');
		await staged(ctx, table('3'));
		ctx.setNow('2027-03-08T12:00:00Z');
		await purgeImports(ctx);
		expect(await listImports(ctx, place)).toHaveLength(2);
		ctx.setNow('2027-03-08T12:00:01Z');
		for (const again of [1, 2]) {
			await purgeImports(ctx);
			expect(await listImports(ctx, place), String(again)).toHaveLength(1);
		}
		expect(await listSeries(ctx, place)).toHaveLength(2);
		expect((await actions(ctx)).filter((action) => action === 'statistics.removed')).toHaveLength(1);
		expect(await ctx.db.selectFrom('statisticImport').select('id').execute()).toHaveLength(2);
	});

	test('only what is chosen of a file is kept, and Kolada’s codes get their names', async () => {
		const ctx = await createContext();
		const scb = readFileSync('tests/samples/statistics/scb/TAB6471_data.json-stat2.json');
		expect(await imported(ctx, scb, { title: '', period: '', source: 'SCB', heads: [0, 1] })).toMatchObject({
			added: 168
		});
		const births = readFileSync('tests/samples/statistics/scb/v1_json_Forkmangde_Per_Kommun.json');
		expect(await imported(ctx, births, { title: '', period: '', source: 'SCB' })).toMatchObject({
			added: 290
		});
		const series = await listSeries(ctx, place);
		const { id: seriesId } = series.find(({ title }) => /Befolkningsstatistik/.test(title))!;
		const { lines } = await readSeries(ctx, { ...place, seriesId });
		expect(lines[0]).toMatchObject({ relation: 'own', values: [{ period: '2022', value: 15242 }] });
		expect(lines.filter(({ relation }) => relation === 'similar')).toHaveLength(7);
		const kolada = JSON.stringify({
			values: [
				{
					kpi: 'N07403',
					municipality: '1785',
					period: 2024,
					values: [{ gender: 'T', value: 812.5, status: '' }]
				}
			]
		});
		await imported(ctx, kolada, { title: '', source: 'Kolada (RKA)' });
		expect((await listSeries(ctx, place)).map(({ title }) => title)).toContain(
			'Anmälda våldsbrott, antal/100 000 inv'
		);
	});
});

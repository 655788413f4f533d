/**
 * The rules of the house, checked on every run. Read `rooms` from the top: a room may use the rooms above it and
 * the shared code, never the rooms below it. src/lib/README.md says what each room is for.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const rooms = [
	'places',
	'audit',
	'accounts',
	'questionnaire',
	'dialogues',
	'answers',
	'sealing',
	'results',
	'sharing',
	'texts',
	'collection',
	'meetings',
	'walks',
	'statistics',
	'situation',
	'pledges',
	'workspace',
	'demonstration'
];
const shared = ['ui', 'i18n', 'format', 'server'];

/** The one shared file that knows every room: it joins their table types. */
const tableRegister = 'src/lib/server/db/database.ts';
/** What domain code must not know: storage, framework, browser libraries. */
const outsideDomain = /^(kysely|better-sqlite3|pg|chart\.js|svelte|@sveltejs|\$app|\$env)(\/|$)/;
/** Data may be long. */
const data = /\/(bank|reference)\//;

interface Source {
	path: string;
	text: string;
	room: string | undefined;
	kind: 'server' | 'view' | 'domain' | 'route';
}

function kindOf(path: string): Source['kind'] {
	if (!path.startsWith('src/lib/')) return 'route';
	if (path.includes('/server/')) return 'server';
	return path.endsWith('.svelte') || path.endsWith('.svelte.ts') ? 'view' : 'domain';
}

const sources: Source[] = globSync('src/**/*.{ts,svelte}')
	.map((path) => path.replaceAll('\\', '/'))
	.filter((path) => !path.includes('/paraglide/') && !path.endsWith('.test.ts'))
	.map((path) => ({
		path,
		text: readFileSync(path, 'utf8'),
		room: /^src\/lib\/([^/]+)\//.exec(path)?.[1],
		kind: kindOf(path)
	}));

interface Import {
	name: string;
	typeOnly: boolean;
	/** Path inside the project when there is one. */
	target: string | undefined;
}

function targetOf(path: string, name: string): string | undefined {
	if (name.startsWith('#lib/')) return name.replace('#lib/', 'src/lib/');
	return name.startsWith('.') ? normalize(join(dirname(path), name)).replaceAll('\\', '/') : undefined;
}

const importsOf = ({ path, text }: Source): Import[] =>
	[...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]/g)].map(
		([, type, name]) => ({ name: name!, typeOnly: Boolean(type), target: targetOf(path, name!) })
	);

function brokenBySharedCode(from: Source, { typeOnly, target }: Import): string | undefined {
	const to = /^src\/lib\/([^/]+)\//.exec(target ?? '')?.[1];
	if (!to || shared.includes(to) || (typeOnly && from.path === tableRegister)) return undefined;
	return 'shared code knows no room';
}

function brokenByRoom(from: Source, { name, typeOnly, target }: Import): string | undefined {
	if (from.kind === 'domain' && outsideDomain.test(name)) return 'domain files are plain TypeScript';
	const to = /^src\/lib\/([^/]+)\//.exec(target ?? '')?.[1];
	if (!to || !target) return undefined;
	if (from.kind !== 'server' && target.includes('/server/') && !typeOnly && rooms.includes(to))
		return 'views and domain files use no server code';
	if (to === from.room || shared.includes(to)) return undefined;
	if (target.endsWith('-store.ts')) return "another room's store is private; call its use case";
	return rooms.indexOf(to) > rooms.indexOf(from.room!) ? `${to} stands below ${from.room}` : undefined;
}

/** The rule that an import breaks, in words. */
function broken(from: Source, to: Import): string | undefined {
	if (to.name.startsWith('$lib')) return 'write #lib/… so that Node finds it as well';
	if (from.kind === 'route') return to.target?.endsWith('-store.ts') ? 'a route calls a use case' : undefined;
	if (to.target?.startsWith('src/routes/')) return 'a room never imports a route';
	return shared.includes(from.room!) ? brokenBySharedCode(from, to) : brokenByRoom(from, to);
}

/** Every table and the room that owns it, from the rooms' tables.ts. */
const owners = new Map(
	sources
		.filter(({ path }) => path.endsWith('/server/tables.ts'))
		.flatMap(({ text, room }) =>
			[...(/interface \w+Tables \{([^}]*)\}/.exec(text)?.[1] ?? '').matchAll(/(\w+):/g)].map(
				([, table]) => [table!, room!] as const
			)
		)
);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const tableOfSql = new Map([...owners.keys()].map((table) => [snake(table), table]));

function tablesWritten(text: string): string[] {
	const built = [...text.matchAll(/\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"](\w+)['"]/g)];
	const raw = [...text.matchAll(/\b(?:insert into|delete from|update)\s+([a-z_]+)/g)];
	return [...built.map(([, table]) => table!), ...raw.flatMap(([, name]) => tableOfSql.get(name!) ?? [])];
}

const pathsOf = (found: Source[]) => found.map(({ path }) => path);

describe('the house', () => {
	test('every folder in src/lib is a listed room or shared code', () => {
		const unknown = sources.filter(({ room }) => room && ![...rooms, ...shared].includes(room));
		expect(pathsOf(unknown)).toEqual([]);
	});

	test('imports follow the rules', () => {
		const faults = sources.flatMap((source) =>
			importsOf(source).flatMap((to) => {
				const rule = broken(source, to);
				return rule ? [`${source.path} imports ${to.name}: ${rule}`] : [];
			})
		);
		expect(faults).toEqual([]);
	});

	test('only the owning room writes to a table', () => {
		expect(owners.size).toBeGreaterThan(15);
		const faults = sources.flatMap(({ path, text, room }) =>
			tablesWritten(text)
				.filter((table) => owners.has(table) && owners.get(table) !== room)
				.map((table) => `${path} writes ${table}`)
		);
		expect(faults).toEqual([]);
	});

	test('answer sheets and histograms are read by the sealing only, published counters by the one gate too', () => {
		const readers = (tables: RegExp) =>
			sources.filter(({ text }) => tables.test(text)).map(({ room }) => room);
		const raw = readers(/selectFrom\(\s*\[?['"](sheet|remainder|blockHistogram|block)['"]/);
		const counters = readers(/selectFrom\(\s*\[?['"](published|sealedCount)['"]/);
		expect([...new Set(raw)]).toEqual(['sealing']);
		expect([...new Set(counters)].sort()).toEqual(['results', 'sealing']);
	});

	test('what lies behind the curtain is seen by the sealing only, and free text by those who read it before others', () => {
		const users = (name: RegExp) => sources.filter(({ text }) => name.test(text)).map(({ room }) => room);
		expect([...new Set(users(/curtainOf\(/))]).toEqual(['sealing']);
		expect([...new Set(users(/readFreeTexts\(/))].sort()).toEqual(['sealing', 'texts']);
	});

	test('only the gate makes public results', () => {
		expect(pathsOf(sources.filter(({ text }) => /as (unknown as )?PublicResult/.test(text)))).toEqual([
			'src/lib/results/server/read-results.ts'
		]);
	});

	test('texts are never put into a page as markup', () => {
		expect(pathsOf(sources.filter(({ text }) => text.includes('{@html')))).toEqual([]);
	});
});

describe('names and sizes', () => {
	test('files are named in kebab-case, components in PascalCase, and never after nothing in particular', () => {
		const inRooms = sources.filter(({ kind }) => kind !== 'route');
		const odd = inRooms.filter(({ path }) => {
			const name = path.split('/').at(-1)!;
			return !(
				path.endsWith('.svelte') ? /^[A-Z][A-Za-z]+\.svelte$/ : /^[a-z0-9]+(-[a-z0-9]+)*(\.svelte)?\.ts$/
			).test(name);
		});
		const vague = sources.filter(({ path }) =>
			/\/(utils?|helpers?|common|services?|index)(\/|\.|-)/.test(path)
		);
		expect(pathsOf([...odd, ...vague])).toEqual([]);
	});

	test('rooms have no default exports', () => {
		expect(
			pathsOf(sources.filter(({ kind, text }) => kind !== 'route' && /^export default/m.test(text)))
		).toEqual([]);
	});

	test('files fit on a screen: 95 % within 180 lines, none above 300 except data', () => {
		const lengths = sources
			.filter(({ path }) => !data.test(path))
			.map(({ path, text }) => ({ path, lines: text.split('\n').length }));
		expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
		const long = lengths.filter(({ lines }) => lines > 180);
		expect(long.length / lengths.length, long.map(({ path }) => path).join(', ')).toBeLessThanOrEqual(0.05);
	});

	test('every exported function of a room says what it promises', () => {
		const silent = sources
			.filter(({ kind, path }) => kind !== 'route' && kind !== 'view' && !path.endsWith('-store.ts'))
			.flatMap(({ path, text }) =>
				[...text.matchAll(/(^|\n)([^\n]*)\nexport (?:async )?(?:function|const) (\w+)/g)]
					.filter(([, , before]) => !before!.trimEnd().endsWith('*/'))
					.filter(([whole]) =>
						/function|=>/.test(text.slice(text.indexOf(whole), text.indexOf(whole) + 400).split('\n\n')[0]!)
					)
					.map(([, , , name]) => `${path}: ${name}`)
			);
		expect(silent).toEqual([]);
	});
});

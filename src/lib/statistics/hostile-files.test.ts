import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { image } from '#tests/support/staff-cast.ts';
import { packed, workbookWith } from '#tests/support/packed-files.ts';
import { ReadFailure } from './read-failure.ts';
import { readStatistics } from './read-statistics.ts';

/** How reading ended, and within how many milliseconds. */
async function endOf(bytes: Uint8Array | string): Promise<{ code: string; ms: number }> {
	const begun = performance.now();
	const file = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
	const code = await readStatistics(file).then(
		({ observations }) => `read ${observations.length}`,
		(problem: unknown) => (problem instanceof ReadFailure ? problem.code : `threw ${String(problem)}`)
	);
	return { code, ms: performance.now() - begun };
}

const dimension = (size: number) => ({
	label: 'd',
	category: { index: Array.from({ length: Math.min(size, 10) }, (_, at) => String(at)) }
});
const declaring = (sizes: number[], value: unknown) =>
	JSON.stringify({
		...{ version: '2.0', class: 'dataset', id: sizes.map((_, at) => `d${at}`), size: sizes, value },
		dimension: Object.fromEntries(sizes.map((size, at) => [`d${at}`, dimension(size)]))
	});

const zeros = Buffer.alloc(80 * 1024 * 1024);
const plainSheet = (rows: string) =>
	`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

const hostile: [string, () => Promise<Uint8Array | string> | Uint8Array | string, string][] = [
	['a picture that calls itself a table', () => image, 'picture'],
	['a photo', () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 59, 59, 10, 59]), 'picture'],
	['a photo from a phone', () => '\0\0\0\x18ftypheic;1\n2;3', 'picture'],
	['a web picture', () => 'RIFF\x01\x02\x03\x04WEBPVP8 ', 'picture'],
	['a document', () => '%PDF-1.7\n1;2\n3;4', 'pdf'],
	['a billion cells declared', () => declaring([1000, 1000, 1000], { 0: 1 }), 'too-many-cells'],
	['a size beyond all numbers', () => declaring([1e300, 1e300], [1]), 'sizes-differ'],
	['a negative size', () => declaring([-1, 4], [1]), 'sizes-differ'],
	['sixty dimensions of ten', () => declaring(Array<number>(60).fill(10), [1]), 'too-many-cells'],
	['fewer values than cells', () => declaring([4, 4], [1, 2, 3]), 'sizes-differ'],
	['NaN in JSON', () => '{"version":"2.0","class":"dataset","value":[NaN]}', 'broken'],
	['lists in lists in lists', () => `{"class":"dataset","value":${'['.repeat(2e6)}`, 'broken'],
	['closed lists in lists', () => `[${'['.repeat(1e6)}${']'.repeat(1e6)}]`, 'unknown-format'],
	[
		'objects in objects',
		() => `{"class":"dataset","value":[1],"dimension":${'{"a":'.repeat(3e5)}1${'}'.repeat(3e5)}}`,
		'sizes-differ'
	],
	['a prototype to pollute', () => '{"__proto__":{"class":"dataset","value":[1]}}', 'unknown-format'],
	[
		'a PX file that never ends',
		() => `CHARSET="ANSI";\nSTUB="a";\nVALUES("a")="${'x'.repeat(4e6)}`,
		'broken'
	],
	['a PX file of brackets', () => `CHARSET="ANSI";\nSTUB="a";\nVALUES(${'('.repeat(1e6)}`, 'broken'],
	[
		'a PX file that tells of more than it has',
		() => 'CHARSET="ANSI";\nSTUB="a";\nHEADING="b";\nVALUES("a")="1","2";\nVALUES("b")="1","2";\nDATA=1 2 3;',
		'sizes-differ'
	],
	['two million rows', () => 'kommun;antal\n'.repeat(2) + 'Ale;1\n'.repeat(400_000), 'too-many-rows'],
	['a row of a million cells', () => `kommun;${'1;'.repeat(1e6)}\nAle;1`, 'too-many-cells'],
	['an open quote', () => `kommun;antal\nAle;"${'9;\n'.repeat(3e5)}`, 'no-values'],
	['zeros', () => Buffer.alloc(1000), 'not-text'],
	['nothing', () => '', 'empty'],
	['six megabytes', () => Buffer.alloc(6 * 1024 * 1024, 'a'), 'too-large'],
	[
		'XML',
		() => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
		'unknown-format'
	],
	['a packed bomb', () => workbookWith({ 'xl/worksheets/sheet1.xml': zeros }), 'unpacks-too-much'],
	[
		'a packed bomb that tells a small size',
		() => workbookWith({ 'xl/worksheets/sheet1.xml': zeros }, { told: 100 }),
		'unpacks-too-much'
	],
	[
		'a workbook with a foreign entity',
		() =>
			workbookWith({
				'xl/sharedStrings.xml':
					'<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'
			}),
		'foreign-entity'
	],
	[
		'a workbook with elements in elements',
		() => workbookWith({ 'xl/sharedStrings.xml': `<sst>${'<si>'.repeat(2e5)}` }),
		'damaged-workbook'
	],
	[
		'a cell in the farthest corner',
		() =>
			workbookWith({
				'xl/worksheets/sheet1.xml': plainSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
			}),
		'too-many-rows'
	],
	[
		'a thousand entries',
		() => packed(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}`, 'a']))),
		'unpacks-too-much'
	],
	[
		'half a workbook',
		async () => (await writeXlsx({ sheets: [{ name: 'a', rows: [['a', 1]] }] })).slice(0, 900),
		'damaged-workbook'
	],
	['a packed file that is no workbook', () => packed({ 'a.txt': 'hej' }), 'damaged-workbook'],
	[
		'a list of entries that points nowhere',
		() => Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18, 0xff)]),
		'unpacks-too-much'
	],
	[
		'an old or locked workbook',
		() => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
		'locked-workbook'
	],
	[
		'a compressed text',
		() => Buffer.concat([Buffer.from([0x1f, 0x8b]), deflateRawSync(zeros.subarray(0, 1e6))]),
		'packed'
	]
];

describe('a hostile file ends, and nothing of it is imported', () => {
	test.each(hostile)('%s', async (_, make, code) => {
		const ended = await endOf(await make());
		expect(ended.code).toBe(code);
		expect(ended.ms).toBeLessThan(10_000);
	});
});

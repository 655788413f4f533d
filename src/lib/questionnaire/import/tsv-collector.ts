import { ImportFailure } from './import-failure.ts';
import type { RawTexts, SurveyAnswer, SurveyGroup, SurveyItem, SurveyQuestion } from './survey.ts';

/** A row: what stands in its columns, by their names; only those that are filled. */
export type TsvRow = ReadonlyMap<string, string>;

/** What stands in a column; empty when nothing does. */
export const cell = (row: TsvRow, column: string): string => row.get(column) ?? '';
/** The same without spaces around it. */
export const word = (row: TsvRow, column: string): string => cell(row, column).trim();

/** Columns that are no settings of a question. */
const ownColumns = new Set([
	'id',
	'related_id',
	'class',
	'type/scale',
	'name',
	'relevance',
	'text',
	'help',
	'language',
	'validation',
	'mandatory',
	'encrypted',
	'other',
	'default',
	'same_default',
	'same_script',
	'modulename',
	'question_theme_name'
]);

type Texts = Map<string, string>;

function put(texts: RawTexts, language: string, text: string): void {
	if (text.trim() !== '') (texts as Texts).set(language, text);
}

function putNamed(named: Map<string, RawTexts>, name: string, [language, text]: [string, string]): void {
	const texts = named.get(name) ?? new Map<string, string>();
	put(texts, language, text);
	named.set(name, texts);
}

/** The same rows are repeated for every language: what is there already gets the texts of the next one. */
export class TsvCollector {
	readonly settings: Texts = new Map();
	readonly texts = new Map<string, RawTexts>();
	readonly groups: SurveyGroup[] = [];
	readonly quotas: string[] = [];
	readonly unknownRows = new Map<string, number>();
	assessments = 0;
	readonly #questions = new Map<string, SurveyQuestion>();
	readonly #parts = new Map<string, SurveyItem | SurveyAnswer>();
	readonly #seen = new Map<string, number>();
	readonly #base: string;
	#group: SurveyGroup | undefined;
	#question: SurveyQuestion | undefined;
	/** The question, and which of that code it is. */
	#at = '';

	constructor(base: string) {
		this.#base = base;
	}

	add(row: TsvRow): void {
		const kind = word(row, 'class');
		const language = word(row, 'language') || this.#base;
		if (kind === 'S') this.settings.set(word(row, 'name'), cell(row, 'text'));
		else if (kind === 'SL') putNamed(this.texts, word(row, 'name'), [language, cell(row, 'text')]);
		else if (kind === 'G') this.#addGroup(row, language);
		else if (kind === 'Q') this.#addQuestion(row, language);
		else if (kind === 'SQ' || kind === 'A') this.#addPart(row, { kind, language });
		else if (kind === 'QTA') this.quotas.push(cell(row, 'name'));
		else if (kind === 'AS') this.assessments++;
		else if (!['C', 'QTALS', 'QTAM', ''].includes(kind))
			this.unknownRows.set(kind, (this.unknownRows.get(kind) ?? 0) + 1);
	}

	/** How many of these have come before in this language: the third in one language is the third in every other. */
	#before(language: string, thing: string): number {
		const key = `${language}\n${thing}`;
		const before = this.#seen.get(key) ?? 0;
		this.#seen.set(key, before + 1);
		return before;
	}

	#addGroup(row: TsvRow, language: string): void {
		const index = this.#before(language, 'G');
		const group = this.groups[index] ?? {
			id: word(row, 'id'),
			name: new Map<string, string>(),
			text: new Map<string, string>(),
			relevance: cell(row, 'relevance'),
			isRandom: word(row, 'random_group') !== '',
			questions: []
		};
		this.groups[index] = group;
		put(group.name, language, cell(row, 'name'));
		put(group.text, language, cell(row, 'text'));
		this.#group = group;
	}

	#addQuestion(row: TsvRow, language: string): void {
		const code = word(row, 'name');
		this.#at = `Q\n${code}\n${this.#before(language, `Q\n${code}`)}`;
		const question = this.#questions.get(this.#at) ?? this.#newQuestion(row, code);
		put(question.text, language, cell(row, 'text'));
		put(question.help, language, cell(row, 'help'));
		for (const [name, value] of row)
			if (!ownColumns.has(name))
				putNamed(question.attributes as Map<string, RawTexts>, name, [language, value]);
		this.#question = question;
	}

	#newQuestion(row: TsvRow, code: string): SurveyQuestion {
		const question: SurveyQuestion = {
			id: word(row, 'id'),
			code,
			type: word(row, 'type/scale'),
			text: new Map(),
			help: new Map(),
			relevance: cell(row, 'relevance'),
			mandatory: ['Y', 'S'].includes(cell(row, 'mandatory')),
			other: cell(row, 'other') === 'Y',
			validation: word(row, 'validation'),
			hasDefault: word(row, 'default') !== '',
			attributes: new Map(),
			items: [],
			answers: []
		};
		this.#group ??= {
			id: '',
			name: new Map(),
			text: new Map(),
			relevance: '',
			isRandom: false,
			questions: []
		};
		if (this.groups.length === 0) this.groups.push(this.#group);
		this.#group.questions.push(question);
		this.#questions.set(this.#at, question);
		return question;
	}

	#addPart(row: TsvRow, { kind, language }: { kind: 'SQ' | 'A'; language: string }): void {
		const question = this.#question;
		if (!question) throw new ImportFailure('broken', word(row, 'name'));
		const code = word(row, 'name');
		const scale = Number(cell(row, 'type/scale')) || 0;
		const name = [this.#at, kind, scale, code].join('\n');
		const key = `${name}\n${this.#before(language, name)}`;
		const known = this.#parts.get(key);
		const part = known ?? { code, scale, text: new Map<string, string>(), relevance: cell(row, 'relevance') };
		put(part.text, language, cell(row, 'text'));
		if (known) return;
		this.#parts.set(key, part);
		if (kind === 'SQ') question.items.push(part as SurveyItem);
		else question.answers.push(part);
	}
}

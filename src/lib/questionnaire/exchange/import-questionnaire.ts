import * as v from 'valibot';
import type { Problem } from '#lib/server/problem.ts';
import { mendConditions } from '../draft-conditions.ts';
import { emptyContent } from '../draft-content.ts';
import { parseContent } from '../draft-schema.ts';
import type { DraftContent } from '../draft.ts';
import { ImportFailure } from '../import/import-failure.ts';
import { exchangeFormat, exchangeSchema, exchangeVersion, type ExchangeDocument } from './exchange-schema.ts';

/** A questionnaire out of a file of ours. */
export interface ImportedQuestionnaire {
	content: DraftContent;
	/** Conditions that do not hold and were narrowed or taken off: `questions.<key>.showIf`. */
	mended: Problem[];
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ImportFailure(text.trimEnd().endsWith('}') ? 'broken' : 'truncated');
	}
}

/** The document, when it has the form that this version writes. */
function documentOf(value: unknown): ExchangeDocument {
	const { format, version } = (value ?? {}) as Record<string, unknown>;
	if (format !== exchangeFormat) throw new ImportFailure('unknown-format');
	if (typeof version === 'number' && version > exchangeVersion)
		throw new ImportFailure('newer-version', String(version));
	const parsed = v.safeParse(exchangeSchema, value, { abortEarly: true });
	if (!parsed.success) throw new ImportFailure('wrong-shape', v.getDotPath(parsed.issues[0]) ?? '');
	return parsed.output;
}

/**
 * Reads what `exportQuestionnaire` wrote: exporting it again gives the same file, byte by byte.
 * @throws ImportFailure `unknown-format`, `newer-version`, `broken`, `truncated`, `no-questions`, or `wrong-shape` with the path.
 */
export function importQuestionnaire(text: string): ImportedQuestionnaire {
	const { format: _format, version: _version, ...written } = documentOf(parsedJson(text));
	if (written.questions.length === 0) throw new ImportFailure('no-questions');
	const checked = parseContent({ ...emptyContent(), ...written });
	if (!checked.ok) throw new ImportFailure('wrong-shape', checked.problems[0]?.at ?? '');
	const { content, notes } = mendConditions(checked.value, emptyContent());
	return { content, mended: notes };
}

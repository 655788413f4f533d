import type { Language } from '#lib/i18n/languages.ts';
import type { Draft } from '#lib/questionnaire/draft.ts';
import { findingId, passableCodes } from '#lib/questionnaire/quality/finding.ts';
import { sortFindings, type AnyFinding } from './draft-check.ts';
import { findingInWords } from './finding-words.ts';
import { mendsInWords, type OfferedMend } from './mend-words.ts';

/** A finding as the pages show it. */
export interface FindingView {
	id: string;
	what: string;
	why: string;
	/** The question it is about, as it is written; empty when it is about none or nothing is written. */
	question: string;
	mends: OfferedMend[];
	/** A person may let it pass. */
	passable: boolean;
}

/** What the check page shows. */
export interface FindingViews {
	blocks: FindingView[];
	warnings: FindingView[];
	passed: FindingView[];
}

/** Findings in words, sorted by what they mean for the opening. */
export function viewFindings(
	findings: readonly AnyFinding[],
	{ draft, language }: { draft: Pick<Draft, 'id' | 'content'>; language: Language }
): FindingViews {
	const { questions, source } = draft.content;
	const view = (finding: AnyFinding): FindingView => {
		const text = questions.find(({ key }) => key === finding.question)?.text;
		return {
			id: findingId(finding),
			...findingInWords(finding, language),
			question: text ? text.sv.trim() || (text[source] ?? '').trim() : '',
			mends: mendsInWords(finding, { draftId: draft.id, language }),
			passable: passableCodes.includes(finding.code)
		};
	};
	const { blocks, warnings, passed } = sortFindings(findings);
	return { blocks: blocks.map(view), warnings: warnings.map(view), passed: passed.map(view) };
}

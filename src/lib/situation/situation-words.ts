import type { Language } from '#lib/i18n/languages.ts';
import { formatDay } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { GapKind } from './chain-gaps.ts';
import type { Cause, Evidence, EvidenceKind, FocusArea } from './evidence.ts';
import type { FreezeCode } from './freeze-check.ts';
import type { PictureState, SectionKey, Side } from './picture.ts';
import type { Criterion, CriterionKey } from './priority.ts';
import type { Source, Strength } from './problem.ts';
import { selectionInWords } from './selection-words.ts';
import type { Verdict } from './source-matrix.ts';

/** What the sections of a picture are called. */
export const sectionTitles: Record<SectionKey, () => string> = {
	asked: m.situation_section_asked,
	said: m.situation_section_said,
	staff: m.situation_section_staff,
	statistics: m.situation_section_statistics,
	differences: m.situation_section_differences,
	unknown: m.situation_section_unknown,
	chosen: m.situation_section_chosen
};

/** What each section is for, for those who write it. */
export const sectionHelps: Record<SectionKey, () => string> = {
	asked: m.situation_help_asked,
	said: m.situation_help_said,
	staff: m.situation_help_staff,
	statistics: m.situation_help_statistics,
	differences: m.situation_help_differences,
	unknown: m.situation_help_unknown,
	chosen: m.situation_help_chosen
};

export const sourceNames: Record<Source, () => string> = {
	citizens: m.situation_source_citizens,
	staff: m.situation_source_staff,
	statistics: m.situation_source_statistics
};

export const strengthNames: Record<Strength, () => string> = {
	strong: m.situation_strong,
	some: m.situation_some,
	none: m.situation_none
};

/** What fills the ring beside the word, in a box of 16: all of it, half of it, nothing. */
export const strengthShapes: Record<Strength, string> = {
	strong: 'M8 1.5a6.5 6.5 0 0 1 0 13a6.5 6.5 0 0 1 0-13z',
	some: 'M8 1.5a6.5 6.5 0 0 1 0 13z',
	none: ''
};

export const verdictNames: Record<Verdict, () => string> = {
	agree: m.situation_verdict_agree,
	differ: m.situation_verdict_differ,
	'one-source': m.situation_verdict_one
};

export const kindNames: Record<EvidenceKind, () => string> = {
	result: m.situation_kind_result,
	series: m.situation_kind_series,
	tally: m.situation_kind_tally,
	'note-theme': m.situation_kind_note,
	'text-theme': m.situation_kind_text,
	quote: m.situation_block_quote,
	'walk-point': m.situation_kind_walk,
	document: m.situation_kind_document
};

export const boneNames: Record<Cause['bone'], () => string> = {
	victim: m.situation_bone_victim,
	offender: m.situation_bone_offender,
	place: m.situation_bone_place
};

export const remitNames: Record<FocusArea['remit'], () => string> = {
	police: m.situation_remit_police,
	municipality: m.situation_remit_municipality,
	both: m.situation_remit_both,
	other: m.situation_remit_other
};

export const sideNames: Record<Side, () => string> = {
	police: m.situation_side_police,
	municipality: m.situation_side_municipality
};

export const stateNames: Record<PictureState, () => string> = {
	draft: m.situation_state_draft,
	frozen: m.situation_state_frozen,
	published: m.situation_state_published,
	dropped: m.situation_state_dropped
};

const criterionNames: Record<CriterionKey, () => string> = {
	common: m.situation_criterion_common,
	places: m.situation_criterion_places,
	exposed: m.situation_criterion_exposed,
	signal: m.situation_criterion_signal,
	many: m.situation_criterion_many,
	influence: m.situation_criterion_influence,
	resources: m.situation_criterion_resources,
	cost: m.situation_criterion_cost
};

/** What a ground for choosing is called: its own name, or the method's. */
export const criterionName = ({ key, name }: Criterion): string =>
	name ?? criterionNames[key as CriterionKey]?.() ?? key;

export const gapSentences: Record<GapKind, (values: { name: string }) => string> = {
	'focus-without-evidence': m.situation_gap_focus_evidence,
	'focus-without-cause': m.situation_gap_focus_cause,
	'problem-without-evidence': m.situation_gap_problem_evidence,
	'cause-without-evidence': m.situation_gap_cause_evidence,
	'cause-without-focus': m.situation_gap_cause_focus,
	'evidence-unused': m.situation_gap_unused,
	'withdrawn-in-use': m.situation_gap_withdrawn
};

export const freezeSentences: Record<FreezeCode, () => string> = {
	'asked-empty': m.situation_freeze_asked,
	'said-empty': m.situation_freeze_said,
	'unknown-empty': m.situation_freeze_unknown,
	'chosen-empty': m.situation_freeze_chosen,
	'no-evidence': m.situation_freeze_no_evidence,
	'withdrawn-evidence': m.situation_freeze_withdrawn
};

/** What is behind a piece of evidence, in one line: how many, when, how they were chosen, who made it. */
export function aboutEvidence(evidence: Evidence, language: Language): string {
	const { n, day, selection, source } = evidence;
	const chosen = selectionInWords(selection, language) ?? selection;
	const parts = [n === null ? '' : m.situation_n({ count: formatNumber(n, language) }), source, chosen];
	return [...parts, formatDay(day, language)].filter(Boolean).join(' · ');
}

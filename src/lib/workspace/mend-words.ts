import type { PlanMend } from '#lib/dialogues/check-plan.ts';
import { formatDay, formatPeriod } from '#lib/format/date.ts';
import { languageName, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Mend, Target } from '#lib/questionnaire/quality/finding.ts';
import type { AnyFinding } from './draft-check.ts';
import { valuesOf, type Sentence } from './finding-values.ts';

const mendWords: Record<Extract<Mend | PlanMend, { name: string }>['name'], Sentence> = {
	'stop-offering': m.mend_stop_offering,
	'keep-seven': m.mend_keep_seven,
	'add-dont-know': m.mend_add_dont_know,
	'set-apart': m.mend_set_apart,
	'merge-bands': m.mend_merge_bands,
	'drop-background': m.mend_drop_background,
	'drop-condition': m.mend_drop_condition,
	'drop-limit': m.mend_drop_limit,
	'hide-unanimity': m.mend_hide_unanimity,
	'set-strict': m.mend_set_strict,
	'use-dates': m.mend_use_dates,
	'open-today': m.mend_open_today
};

/** A mend as the page offers it: a button that makes it, or a link to where a person does. */
export type OfferedMend =
	{ kind: 'press'; name: string; text: string; note?: string } | { kind: 'go'; href: string; text: string };

/** The way to a translation: to what is missing, to what is to be reviewed, or to the languages as a whole. */
function translation(language: string, { code }: AnyFinding, editor: string): OfferedMend {
	const page = `${editor}/sprak`;
	const there = `${page}?till=${encodeURIComponent(language)}`;
	if (code === 'language-not-offered') return { kind: 'go', href: page, text: m.mend_to_languages() };
	if (code === 'unreviewed') return { kind: 'go', href: there, text: m.mend_to_review() };
	const text = m.mend_to_translation({ language: languageName(language) });
	return { kind: 'go', href: `${there}&visa=saknas`, text };
}

/** Where the parts of a draft are written. */
function target(to: Target, finding: AnyFinding, editor: string): OfferedMend {
	if (to.part === 'question') {
		const href = `${editor}?fraga=${encodeURIComponent(to.key)}#fragan`;
		return { kind: 'go', href, text: m.mend_to_question({ number: String(finding.values.number ?? '') }) };
	}
	if (to.part === 'translation') return translation(to.language, finding, editor);
	const parts = {
		about: { href: `${editor}?del=inledning#fragan`, text: m.mend_to_about() },
		background: { href: `${editor}?del=bakgrund#fragan`, text: m.mend_to_background() },
		questions: { href: `${editor}?del=ny#fragan`, text: m.mend_to_questions() },
		list: { href: editor, text: m.mend_to_list() }
	};
	return { kind: 'go', ...parts[to.part] };
}

/** Which days a press would take. */
function datesOf({ values }: AnyFinding, language: Language): string {
	const day = (name: string) => String(values[name] ?? '');
	return m.mend_use_dates_are({
		period: formatPeriod(day('opensOn'), day('closesOn'), language),
		results: formatDay(day('resultsDueOn'), language),
		pledges: formatDay(day('pledgesDueOn'), language)
	});
}

/** The mends of a finding, the best first. Links are of the Swedish address. */
export function mendsInWords(
	finding: AnyFinding,
	{ draftId, language }: { draftId: string; language: Language }
): OfferedMend[] {
	const values = valuesOf(finding, language);
	const editor = `/arbete/enkater/${draftId}`;
	return finding.mends.map((mend): OfferedMend => {
		if (mend.kind === 'link') return target(mend.to, finding, editor);
		if (mend.kind === 'plan-link')
			return { kind: 'go', href: `${editor}/oppna#${mend.field}`, text: m.mend_to_plan() };
		const note = mend.name === 'use-dates' ? datesOf(finding, language) : undefined;
		const text = mendWords[mend.name](values);
		return { kind: 'press', name: mend.name, text, ...(note !== undefined && { note }) };
	});
}

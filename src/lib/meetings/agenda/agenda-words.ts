import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { StepContent } from '../step.ts';
import { headingOf } from '../screen-state.ts';
import { inEachLanguage } from '../invitation/meeting-words.ts';
import type { AgendaTemplateName } from './agenda-template.ts';
import { ownKindOf, type OwnKind } from './step-form.ts';

const kinds: Record<OwnKind, () => string> = {
	choice: m.agenda_kind_choice,
	choices: m.agenda_kind_choices,
	priority: m.agenda_kind_priority,
	wall: m.agenda_kind_wall,
	hands: m.agenda_kind_hands,
	dots: m.agenda_kind_dots,
	notes: m.agenda_kind_notes,
	pause: m.agenda_kind_pause,
	information: m.agenda_kind_information,
	review: m.agenda_kind_review
};

const helps: Record<OwnKind, () => string> = {
	choice: m.agenda_help_choice,
	choices: m.agenda_help_choices,
	priority: m.agenda_help_priority,
	wall: m.agenda_help_wall,
	hands: m.agenda_help_hands,
	dots: m.agenda_help_dots,
	notes: m.agenda_help_notes,
	pause: m.agenda_help_pause,
	information: m.agenda_help_information,
	review: m.agenda_help_review
};

/** What a kind of point is called, and what it is for. */
export const kindWords = (kind: OwnKind): { name: string; help: string } => ({
	name: kinds[kind](),
	help: helps[kind]()
});

const scaleOrPlace = ({ question }: Extract<StepContent, { question: unknown }>): string =>
	question.kind === 'place' ? m.agenda_kind_place() : m.agenda_kind_scale();

/** What a point of the agenda is called: `Fråga, ett svar`. */
export function kindOfPoint(content: StepContent): string {
	const kind = ownKindOf(content);
	if (kind) return kinds[kind]();
	return 'question' in content ? scaleOrPlace(content) : '';
}

/** A point of an agenda that has been saved. */
export interface AgendaEntry {
	id: string;
	content: StepContent;
}

function reviewWords(
	sources: Extract<StepContent, { kind: 'review' }>['sources'],
	list: readonly AgendaEntry[]
): string {
	const numbers = sources.map((source) =>
		source.from === 'step'
			? String(list.findIndex(({ id }) => id === source.stepId) + 1)
			: m.agenda_dialogue()
	);
	return m.agenda_review_of({ what: numbers.join(` ${m.agenda_and()} `) });
}

/** The words by which a point is known in the agenda. */
export function pointWords(content: StepContent, list: readonly AgendaEntry[], language: Language): string {
	if (content.kind === 'review') return reviewWords(content.sources, list);
	if (content.kind === 'information' && content.preset)
		return content.preset === 'help' ? m.agenda_preset_help() : m.agenda_preset_used();
	return inLanguage(headingOf({ content }), language);
}

/** A ready agenda's name, and when it fits. */
export const templateWords: Record<AgendaTemplateName, { name: () => string; about: () => string }> = {
	short: { name: m.agenda_template_short, about: m.agenda_template_short_about },
	evening: { name: m.agenda_template_evening, about: m.agenda_template_evening_about },
	tables: { name: m.agenda_template_tables, about: m.agenda_template_tables_about }
};

/** What is wrong with a point, by code. */
export const stepProblemSentences: Readonly<Record<string, () => string>> = {
	...inEachLanguage('text', 'empty', m.agenda_problem_text_in),
	...inEachLanguage('heading', 'empty', m.agenda_problem_heading_in),
	...inEachLanguage('options', 'unlike-options', m.agenda_problem_unlike),
	empty: m.agenda_problem_empty,
	'too-long': m.agenda_problem_too_long,
	'too-few-options': m.agenda_problem_too_few,
	'too-many-options': m.agenda_problem_too_many,
	'same-options': m.agenda_problem_same,
	'long-option': m.agenda_problem_long,
	'no-source': m.agenda_problem_no_source,
	begun: m.agenda_problem_begun,
	ended: m.agenda_problem_begun,
	'review-before': m.agenda_problem_review,
	'too-many': m.agenda_problem_steps
};

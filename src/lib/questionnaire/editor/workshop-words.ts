import { m } from '#lib/i18n/paraglide/messages.js';
import type { TemplateName } from '../bank/templates.ts';
import type { Dimension, QuestionKind } from '../question.ts';

/** What the kinds of questions are called. */
export const kindNames: Record<QuestionKind, () => string> = {
	choice: m.workshop_kind_choice,
	choices: m.workshop_kind_choices,
	ranking: m.workshop_kind_ranking,
	scale: m.workshop_kind_scale,
	place: m.workshop_kind_place,
	text: m.workshop_kind_text
};

/** What each kind is good for, in a sentence. */
export const kindHelp: Record<QuestionKind, () => string> = {
	choice: m.workshop_kind_choice_help,
	choices: m.workshop_kind_choices_help,
	ranking: m.workshop_kind_ranking_help,
	scale: m.workshop_kind_scale_help,
	place: m.workshop_kind_place_help,
	text: m.workshop_kind_text_help
};

/** What the number is that some kinds of questions have. */
export const maxLabels: Partial<Record<QuestionKind, { label: () => string; help: () => string }>> = {
	choices: { label: m.workshop_max_choices, help: m.workshop_max_choices_help },
	ranking: { label: m.workshop_max_ranking, help: m.workshop_max_ranking_help },
	text: { label: m.workshop_max_text, help: m.workshop_max_text_help }
};

/** What answers can be split by. */
export const dimensionNames: Record<Dimension, () => string> = {
	district: m.workshop_dimension_district,
	age: m.workshop_dimension_age,
	gender: m.workshop_dimension_gender,
	group: m.workshop_dimension_group
};

/** The templates: what they are called and when to take them. */
export const templateWords: Record<TemplateName, { name: () => string; use: () => string }> = {
	K3: { name: m.workshop_template_kiosk, use: m.workshop_template_kiosk_use },
	S8: { name: m.workshop_template_short, use: m.workshop_template_short_use },
	L: { name: m.workshop_template_long, use: m.workshop_template_long_use },
	U: { name: m.workshop_template_youth, use: m.workshop_template_youth_use },
	M: { name: m.workshop_template_staff, use: m.workshop_template_staff_use },
	H: { name: m.workshop_template_staff_how, use: m.workshop_template_staff_how_use },
	F: { name: m.workshop_template_followup, use: m.workshop_template_followup_use }
};

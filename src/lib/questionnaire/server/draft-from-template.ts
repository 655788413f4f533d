import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { District } from '#lib/places/place.ts';
import { listDistricts } from '#lib/places/server/list-districts.ts';
import type { TemplateInput } from '../bank/sets.ts';
import { template, type TemplateName } from '../bank/templates.ts';
import { contentOf } from '../draft-content.ts';
import type { Draft } from '../draft.ts';
import type { Option } from '../question.ts';
import { createDraft, type Drafting } from './create-draft.ts';

/** A district's code in lower case is permanent as well, and can be part of a label. */
const optionOf = ({ code, name }: District): Option => ({
	key: code.toLowerCase(),
	text: { sv: name, en: name }
});

/** Which template, for which place; groups, priorities and pledges as the template takes them. */
export interface FromTemplate extends Omit<TemplateInput, 'areas'> {
	placeCode: string;
	template: TemplateName;
}

/**
 * Begins a draft from a template of the bank, with the place's districts as areas. Where a place has none, the
 * questions about places are left out. Names of districts are the same in every language.
 * @throws AppError `not-found` without `questionnaire.edit` there
 */
export async function draftFromTemplate(
	ctx: Drafting,
	{ placeCode, template: name, ...input }: FromTemplate
): Promise<Draft> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const areas = (await listDistricts(ctx, placeCode)).map(optionOf);
	return createDraft(ctx, { placeCode, content: contentOf(template(name, { ...input, areas })) });
}

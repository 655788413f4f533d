import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { TemplateInput } from '../bank/sets.ts';
import { template, type TemplateName } from '../bank/templates.ts';
import { contentOf } from '../draft-content.ts';
import type { Draft } from '../draft.ts';
import { createDraft, type Drafting } from './create-draft.ts';
import { listAreas } from './list-areas.ts';

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
	const areas = await listAreas(ctx, placeCode);
	return createDraft(ctx, { placeCode, content: contentOf(template(name, { ...input, areas })) });
}

import { fail, redirect } from '@sveltejs/kit';
import { listHolders } from '#lib/accounts/server/list-holders.ts';
import { hasPermission } from '#lib/accounts/server/require-permission.ts';
import { anonymityMeaning } from '#lib/dialogues/anonymity-meaning.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { settingsOfPlan } from '#lib/dialogues/plan-settings.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { titleOf } from '#lib/questionnaire/draft-content.ts';
import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { askedPopulation, findingsOf } from '#lib/workspace/draft-check.ts';
import { viewFindings } from '#lib/workspace/finding-view.ts';
import { planFacts, questionnaireFacts } from '#lib/workspace/opening-facts.ts';
import { openDraft, stampOf } from '#lib/workspace/server/open-draft.ts';
import { readOpening } from '#lib/workspace/server/read-opening.ts';
import { openedInstead } from '../../opened-instead.ts';
import type { Actions, PageServerLoad } from './$types';

async function readSummary(ctx: Context, draftId: string) {
	const opening = await readOpening(ctx, draftId);
	const { draft, plan, settings } = opening;
	const publishing = { permission: 'dialogue.publish', placeCode: draft.placeCode } as const;
	const { language } = ctx;
	return {
		draftId: draft.id,
		title: titleOf(draft.content),
		stamp: stampOf(opening),
		opensOn: plan.opensOn > dayOf(ctx.now()) ? plan.opensOn : null,
		questionnaire: questionnaireFacts(opening, language),
		plan: planFacts(opening, language),
		meaning: anonymityMeaning({
			content: draft.content,
			population: askedPopulation(opening),
			settings: settingsOfPlan(plan, settings)
		}),
		blocks: viewFindings(findingsOf(opening, ctx.now()), { draft, language }).blocks,
		mayOpen: await hasPermission(ctx, publishing.permission, publishing.placeCode),
		publishers: await listHolders(ctx, publishing)
	};
}

export const load: PageServerLoad = async ({ locals, params }) => {
	await openedInstead(locals, params.id);
	return orErrorPage(readSummary(locals, params.id));
};

export const actions: Actions = {
	open: async ({ locals, params, request }) => {
		const seen = String((await request.formData()).get('seen') ?? '');
		const opened = await orErrorPage(openDraft(locals, { draftId: params.id, seen }));
		if (!opened.ok) return fail(409, { why: opened.why });
		redirect(303, localizeHref(`/arbete/dialoger/${opened.dialogue.code}?klart=oppnad`));
	}
};

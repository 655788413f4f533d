import { redirect } from '@sveltejs/kit';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { Context } from '#lib/server/context.ts';
import { readOpened } from '#lib/workspace/server/open-draft.ts';

/** Leads to the dialogue that a draft has become; does nothing while it is a draft, or for those who may not see it. */
export async function openedInstead(ctx: Context, draftId: string): Promise<void> {
	const dialogue = await readOpened(ctx, draftId);
	if (dialogue) redirect(303, localizeHref(`/arbete/dialoger/${dialogue.code}`));
}

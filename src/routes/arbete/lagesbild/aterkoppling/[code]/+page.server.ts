import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { readStaffFeedback, saveStaffFeedback } from '#lib/situation/server/staff-feedback.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, refused } from '../../form-text.ts';
import { placeOf } from '../../place-page.ts';

async function requireDialogue(ctx: Context, code: string) {
	const dialogue = await readDialogueByCode(ctx, code);
	await requirePermission(ctx, 'situation.edit', dialogue.placeCode);
	return dialogue;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const dialogue = await orErrorPage(requireDialogue(locals, params.code));
	const { title, code } = dialogueView(dialogue, locals.language);
	return {
		...(await placeOf(locals, dialogue.placeCode)),
		dialogue: { title, code },
		text: (await readStaffFeedback(locals, dialogue.id))?.text ?? '',
		done: url.searchParams.has('klart')
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const form = await request.formData();
		const outcome = await orErrorPage(
			saveStaffFeedback(locals, { code: params.code, text: field(form, 'text') })
		);
		return outcome.ok
			? done(`/aterkoppling/${params.code}`, { klart: '1' })
			: refused(form, outcome.problems);
	}
};

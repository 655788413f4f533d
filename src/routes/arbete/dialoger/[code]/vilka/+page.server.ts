import { orErrorPage } from '#lib/server/page-error.ts';
import { readRepresentativeness } from '#lib/statistics/server/read-representativeness.ts';
import { readWorkDialogue } from '#lib/workspace/server/read-work-dialogue.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { dialogue, view } = await orErrorPage(readWorkDialogue(locals, params.code));
	return {
		dialogue: { code: view.code, title: view.title },
		who: await orErrorPage(readRepresentativeness(locals, dialogue))
	};
};

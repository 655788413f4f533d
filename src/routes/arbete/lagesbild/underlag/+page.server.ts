import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import type { Problem } from '#lib/server/problem.ts';
import { mostDocumentBytes } from '#lib/situation/evidence-input.ts';
import { sources } from '#lib/situation/problem.ts';
import { findSources } from '#lib/situation/server/find-sources.ts';
import { listReleasedAnswers } from '#lib/situation/server/list-sources.ts';
import { listEvidence } from '#lib/situation/server/read-evidence.ts';
import { recordEvidence } from '#lib/situation/server/record-evidence.ts';
import type { Actions, PageServerLoad } from './$types';
import { done, field, fieldOrNull, refused } from '../form-text.ts';
import { placePage } from '../place-page.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const page = await placePage(locals, url);
	const placeCode = page.place.code;
	return {
		...page,
		sources: page.may.edit
			? (await findSources(locals, placeCode)).map(({ value, kind, text }) => ({ value, kind, text }))
			: [],
		evidence: await listEvidence(locals, { placeCode }),
		answers: page.may.edit ? await listReleasedAnswers(locals, placeCode) : [],
		today: dayOf(locals.now()),
		done: url.searchParams.has('klart')
	};
};

/** Problems of a result stand at its one field. */
const atAnswer = (problems: readonly Problem[]): Problem[] =>
	problems.map((problem) => ({ ...problem, at: 'answer' }));

export const actions: Actions = {
	result: async ({ locals, request, url }) => {
		const form = await request.formData();
		const plats = url.searchParams.get('plats') ?? '';
		await orErrorPage(requirePermission(locals, 'situation.edit', plats));
		const [dialogueCode = '', questionKey = '', optionKey = ''] = field(form, 'answer').split('|');
		if (dialogueCode === '')
			return refused(form, [{ at: 'answer', code: 'missing', detail: 'nothing is chosen' }], 'result');
		if (!/^\d{6}$/.test(dialogueCode)) {
			const source = { kind: 'source', placeCode: plats, value: field(form, 'answer') } as const;
			const found = await orErrorPage(recordEvidence(locals, source));
			return found.ok
				? done('/underlag', { plats, klart: '1' })
				: refused(form, atAnswer(found.problems), 'result');
		}
		const asked = { dialogueCode, questionKey, optionKey: optionKey || null, filter: {}, statement: null };
		const outcome = await orErrorPage(recordEvidence(locals, { kind: 'result', ...asked }));
		return outcome.ok
			? done('/underlag', { plats, klart: '1' })
			: refused(form, atAnswer(outcome.problems), 'result');
	},
	document: async ({ locals, request, url }) => {
		const form = await request.formData();
		const plats = url.searchParams.get('plats') ?? '';
		const file = form.get('file');
		const sent = file instanceof File && file.size > 0 ? file : null;
		const content = sent && new Uint8Array(await sent.slice(0, mostDocumentBytes + 1).arrayBuffer());
		const outcome = await orErrorPage(
			recordEvidence(locals, {
				kind: 'document',
				placeCode: plats,
				statement: field(form, 'statement'),
				figure: fieldOrNull(form, 'figure'),
				source: field(form, 'source'),
				day: field(form, 'day'),
				href: fieldOrNull(form, 'href'),
				voice: sources.find((source) => source === field(form, 'voice')) ?? 'staff',
				fileName: sent?.name.slice(0, 200) ?? null,
				content
			})
		);
		return outcome.ok
			? done('/underlag', { plats, klart: '1' })
			: refused(form, outcome.problems, 'document');
	}
};

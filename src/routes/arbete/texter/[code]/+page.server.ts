import { fail, redirect } from '@sveltejs/kit';
import { readDialogueOrPart } from '#lib/dialogues/server/read-dialogue.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import type { Context } from '#lib/server/context.ts';
import { orErrorPage } from '#lib/server/page-error.ts';
import { decisionOfForm } from '#lib/texts/decision-form.ts';
import { pageOf } from '#lib/texts/page-of.ts';
import { decideText } from '#lib/texts/server/decide-text.ts';
import { hideTexts } from '#lib/texts/server/hide-texts.ts';
import { readModerationDesk } from '#lib/texts/server/read-moderation-desk.ts';
import { releaseTexts } from '#lib/texts/server/release-texts.ts';
import { removeTheme } from '#lib/texts/server/remove-theme.ts';
import { saveTheme } from '#lib/texts/server/save-theme.ts';
import { sortText } from '#lib/texts/server/sort-text.ts';
import { undoDecision } from '#lib/texts/server/undo-decision.ts';
import type { Actions, PageServerLoad } from './$types';

const idOf = async (ctx: Pick<Context, 'db'>, code: string): Promise<string> =>
	(await orErrorPage(readDialogueOrPart(ctx, code))).id;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const dialogueId = await idOf(locals, params.code);
	const desk = await orErrorPage(readModerationDesk(locals, { dialogueId }));
	const { items, page, pages } = pageOf(desk.released, url.searchParams.get('sida'));
	const { dialogue, unread, batch, waiting, held, rejected, themes, least } = desk;
	return {
		...{ dialogue, unread, batch, waiting, held, rejected, themes, least },
		questions: new Set(batch.map(({ question }) => question)).size,
		released: {
			...{ texts: items, count: desk.released.length, page, pages },
			anyShown: desk.released.some(({ hidden }) => !hidden),
			anyHidden: desk.released.some(({ hidden }) => hidden)
		},
		done: url.searchParams.get('klart')
	};
};

const done = (code: string, what: string): never =>
	redirect(303, localizeHref(`/arbete/texter/${encodeURIComponent(code)}?klart=${what}`));

const written = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
	decide: async ({ locals, params, request }) => {
		const form = await request.formData();
		const dialogueId = await idOf(locals, params.code);
		const outcome = await orErrorPage(decideText(locals, { dialogueId, form: decisionOfForm(form) }));
		if (outcome.ok) return done(params.code, outcome.value.decision);
		const texts = (name: string) => form.getAll(name).map(String);
		return fail(422, {
			textId: written(form, 'textId'),
			kept: {
				mask: texts('mask'),
				hand: written(form, 'hand'),
				handKind: written(form, 'handKind'),
				themes: texts('themes')
			},
			theme: null,
			problems: outcome.problems.map(({ at, code }) => ({ at, code }))
		});
	},
	undo: async ({ locals, params, request }) => {
		const textId = written(await request.formData(), 'textId');
		await orErrorPage(undoDecision(locals, { dialogueId: await idOf(locals, params.code), textId }));
		return done(params.code, 'undone');
	},
	release: async ({ locals, params }) => {
		const dialogueId = await idOf(locals, params.code);
		const { unread } = await orErrorPage(releaseTexts(locals, { dialogueId }));
		return done(params.code, unread > 0 ? 'again' : 'released');
	},
	hide: async ({ locals, params, request }) => {
		const form = await request.formData();
		const ids = form.has('all') ? ('all' as const) : [written(form, 'textId')];
		const hidden = form.has('hidden');
		await orErrorPage(hideTexts(locals, { dialogueId: await idOf(locals, params.code), ids, hidden }));
		return done(params.code, `${ids === 'all' ? 'all-' : ''}${hidden ? 'hidden' : 'shown'}`);
	},
	sort: async ({ locals, params, request }) => {
		const form = await request.formData();
		const themes = form.getAll('themes').map(String);
		const dialogueId = await idOf(locals, params.code);
		await orErrorPage(sortText(locals, { dialogueId, textId: written(form, 'textId'), themes }));
		return done(params.code, 'sorted');
	},
	theme: async ({ locals, params, request }) => {
		const form = await request.formData();
		const [id, name] = [written(form, 'id'), written(form, 'name')];
		const dialogueId = await idOf(locals, params.code);
		const outcome = await orErrorPage(saveTheme(locals, { dialogueId, id: id || undefined, name }));
		if (outcome.ok) return done(params.code, 'theme');
		const problems = outcome.problems.map(({ at, code }) => ({ at, code }));
		return fail(422, { textId: '', kept: null, theme: { id, name }, problems });
	},
	removeTheme: async ({ locals, params, request }) => {
		const id = written(await request.formData(), 'id');
		await orErrorPage(removeTheme(locals, { dialogueId: await idOf(locals, params.code), id }));
		return done(params.code, 'theme-removed');
	}
};

import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { readFreeTexts } from '#lib/sealing/server/read-free-texts.ts';
import type { Context } from '#lib/server/context.ts';
import { batchSize, type DeskText, type DeskTheme, type ModerationDesk } from '../desk.ts';
import { applyMasks, piecesOf } from '../mask.ts';
import { leastTexts, stretchName, type RejectReason } from '../moderation.ts';
import { findPersonalData } from '../personal-data.ts';
import { openMarks } from './marks.ts';
import { heldQuestions } from './release-texts.ts';
import { selectReleased } from './released-text-store.ts';
import { selectUnreadIds, selectUnreleased } from './text-store.ts';
import { selectThemeCounts, selectThemes, selectThemings } from './theme-store.ts';

type Reading = Pick<Context, 'db' | 'actor' | 'vault' | 'language' | 'requestId'>;

interface Work {
	ctx: Reading;
	dialogue: Dialogue;
	definition: QuestionnaireDefinition;
	themings: Map<string, string[]>;
}

/** In an order of the session's own: the same each time that the person looks, and unlike anybody else's. */
function inOrderOfSession(ctx: Reading, ids: readonly string[]): string[] {
	const session = ctx.actor.kind === 'staff' ? ctx.actor.sessionId : ctx.requestId;
	const rank = new Map(ids.map((id) => [id, ctx.vault.keyedHash(`order of texts ${session}`, id)]));
	return [...ids].sort((a, b) => (rank.get(a)! < rank.get(b)! ? -1 : 1));
}

async function unreadBatch(work: Work, ids: readonly string[]): Promise<DeskText[]> {
	const { ctx, dialogue, definition, themings } = work;
	const texts = await readFreeTexts(ctx, { dialogueId: dialogue.id, ids });
	return texts.map(({ id, questionKey, text }) => {
		const question = definition.questions.find(({ key }) => key === questionKey);
		const findings = findPersonalData(text);
		return {
			id,
			question: question ? inLanguage(question.text, ctx.language) : '',
			text,
			pieces: piecesOf(text, findings),
			findings: findings.map((found) => ({
				stretch: stretchName(found),
				kind: found.kind,
				text: text.slice(found.start, found.end)
			})),
			themes: themings.get(id) ?? []
		};
	});
}

async function unreleased({ ctx, dialogue, themings }: Work, which: 'waiting' | 'rejected') {
	const rows = await selectUnreleased(ctx.db, dialogue.id, which);
	const decisions = new Map(rows.map((row) => [row.textId, row]));
	const texts = await readFreeTexts(ctx, { dialogueId: dialogue.id, ids: [...decisions.keys()] });
	return texts.map(({ id, questionKey, text }) => ({
		id,
		questionKey,
		text: applyMasks(text, openMarks(ctx, decisions.get(id)!.sealedMasks).masks),
		themes: themings.get(id) ?? [],
		reason: decisions.get(id)!.reason as RejectReason | null
	}));
}

async function themesOf({ ctx, dialogue }: Work, least: number): Promise<DeskTheme[]> {
	const counts = await selectThemeCounts(ctx.db, dialogue.id);
	return (await selectThemes(ctx.db, dialogue.id)).map(({ id, name }) => {
		const count = counts.get(id) ?? 0;
		return { id, name, count: count >= least ? count : null };
	});
}

/**
 * The desk of a dialogue: a batch of unread texts with what was found in them, what waits for release, what is shown and
 * what was rejected. Texts lie in random order with nothing beside them.
 * @throws AppError `not-found` when there is no such dialogue, or without `texts.read` in its place
 */
export async function readModerationDesk(
	ctx: Reading,
	{ dialogueId }: { dialogueId: string }
): Promise<ModerationDesk> {
	const dialogue = await readDialogue(ctx, dialogueId);
	await requirePermission(ctx, 'texts.read', dialogue.placeCode);
	const definition = await readQuestionnaire(ctx, dialogue);
	const work: Work = { ctx, dialogue, definition, themings: await selectThemings(ctx.db, dialogueId) };
	const unread = inOrderOfSession(ctx, await selectUnreadIds(ctx.db, dialogueId));
	const held = await heldQuestions(ctx, dialogue);
	const accepted = await unreleased(work, 'waiting');
	const waiting = accepted.filter(({ questionKey }) => !held.has(questionKey));
	const released = await selectReleased(ctx.db, dialogueId);
	const least = leastTexts(dialogue.settings, definition);
	const title = inLanguage(dialogue.title, ctx.language);
	const { name: placeName } = await readPlace(ctx, dialogue.placeCode);
	return {
		dialogue: { id: dialogueId, code: dialogue.code, title, placeName },
		unread: unread.length,
		batch: await unreadBatch(work, unread.slice(0, batchSize)),
		waiting: waiting.map(({ id, text, themes }) => ({ id, text, themes })),
		held: accepted.length - waiting.length,
		rejected: (await unreleased(work, 'rejected')).map(({ id, text, themes, reason }) => ({
			...{ id, text, themes, reason }
		})),
		released: released.map(({ textId: id, text, hidden }) => ({
			...{ id, text, themes: work.themings.get(id) ?? [], hidden: hidden === 1 }
		})),
		themes: await themesOf(work, least),
		least
	};
}

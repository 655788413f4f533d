import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import type { PlaceProfile } from '#lib/places/place.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { listLogos } from '#lib/places/server/settings-logos.ts';
import type { Logo } from '#lib/places/settings-logo.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';

/** A dialogue with all that goes on posters, forms, slips and web pages about it. */
export interface Share {
	dialogue: Dialogue;
	definition: QuestionnaireDefinition;
	place: {
		code: string;
		name: string;
		/** Part of its public address; null when it has no page. */ slug: string | null;
	};
	profile: PlaceProfile;
	logos: Logo[];
}

/**
 * What is needed to share a dialogue, for those who may.
 * @throws AppError `not-found`, also for a draft
 */
export async function readShare(ctx: Pick<Context, 'db' | 'actor'>, code: string): Promise<Share> {
	const dialogue = await readDialogueByCode(ctx, code);
	await requirePermission(ctx, 'sharing.edit', dialogue.placeCode);
	const { code: placeCode, name, slug } = await readPlace(ctx, dialogue.placeCode);
	return {
		dialogue,
		definition: await readQuestionnaire(ctx, dialogue),
		place: { code: placeCode, name, slug },
		profile: await readPlaceProfile(ctx, placeCode),
		logos: await listLogos(ctx, placeCode)
	};
}

/**
 * What is needed to invite people to answer: of a dialogue that can be answered now or later.
 * @throws AppError `not-found`, also for a draft and once it has closed
 */
export async function readInvitation(ctx: Pick<Context, 'db' | 'actor'>, code: string): Promise<Share> {
	const share = await readShare(ctx, code);
	if (!['scheduled', 'open'].includes(share.dialogue.state)) throw new AppError('not-found');
	return share;
}

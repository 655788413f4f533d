import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogueByCode } from '#lib/dialogues/server/read-dialogue.ts';
import { readEmbedOrigins } from '#lib/places/server/read-embed-origins.ts';
import { readMunicipality } from '#lib/places/server/read-place.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';

/**
 * The dialogue whose boxes other sites may show.
 * @throws AppError `not-found`, also when it is not asked through the channel `embed`
 */
export async function readEmbedded(ctx: Pick<Context, 'db'>, code: string): Promise<Dialogue> {
	const dialogue = await readDialogueByCode(ctx, code);
	if (!dialogue.channels.includes('embed')) throw new AppError('not-found');
	return dialogue;
}

/** What a box is about: a dialogue by its code, or a municipality by its part of the address. */
export interface BoxAddress {
	code?: string | undefined;
	kommun?: string | undefined;
}

/** The sites that may show a box in a frame; null when there is no such box. */
export async function readFrameOrigins(
	ctx: Pick<Context, 'db'>,
	{ code = '', kommun }: BoxAddress
): Promise<string[] | null> {
	try {
		const placeCode =
			kommun === undefined
				? (await readEmbedded(ctx, code)).placeCode
				: (await readMunicipality(ctx, kommun)).code;
		return await readEmbedOrigins(ctx, placeCode);
	} catch (problem) {
		if (problem instanceof AppError) return null;
		throw problem;
	}
}

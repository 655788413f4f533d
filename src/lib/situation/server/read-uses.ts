import type { Context } from '#lib/server/context.ts';
import type { Evidence } from '../evidence.ts';
import { selectSnapshot } from './picture-store.ts';
import { listPublishedPictures } from './read-picture.ts';

/** A published version that rests on a piece of evidence. */
export interface EvidenceUse {
	number: number;
	title: string;
	publishedOn: string;
}

/** The published versions of the place's picture that rest on a piece of evidence, the latest first. */
export async function readUsesOfEvidence(
	ctx: Pick<Context, 'db'>,
	{ id, placeCode }: Pick<Evidence, 'id' | 'placeCode'>
): Promise<EvidenceUse[]> {
	const published = await listPublishedPictures(ctx, placeCode);
	const uses: EvidenceUse[] = [];
	for (const { id: pictureId, number, title, publishedOn } of published) {
		const snapshot = await selectSnapshot(ctx.db, pictureId);
		if (snapshot?.evidence.some((evidence) => evidence.id === id)) uses.push({ number, title, publishedOn });
	}
	return uses;
}

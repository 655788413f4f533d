import { mustBeOk } from '#tests/support/builders.ts';
import type { Context } from '#lib/server/context.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { draftPicture } from '#lib/situation/server/draft-picture.ts';
import { recordEvidence } from '#lib/situation/server/record-evidence.ts';
import { saveCause } from '#lib/situation/server/save-cause.ts';
import { saveFocusArea } from '#lib/situation/server/save-focus-area.ts';
import { saveProblem } from '#lib/situation/server/save-problem.ts';

/** What of a picture stands in a place for addresses to be about. */
export interface SituationTarget {
	/** A draft. */
	pictureId: string;
	problemId: string;
	causeId: string;
	focusId: string;
	/** A document. */
	evidenceId: string;
}

/** Ids of nothing, in the shape of real ones. */
export const noSituation = (): SituationTarget => ({
	pictureId: randomId(secureRandom),
	problemId: randomId(secureRandom),
	causeId: randomId(secureRandom),
	focusId: randomId(secureRandom),
	evidenceId: randomId(secureRandom)
});

/** Puts a draft of a picture, a problem with its cause, a focus area and a document into a place. */
export async function plantSituation(
	ctx: Context,
	{ placeCode, image }: { placeCode: string; image: Uint8Array<ArrayBuffer> }
): Promise<SituationTarget> {
	const days = { from: '2026-01-01', to: '2026-12-31' };
	const none = { dialogueIds: [], seriesIds: [] };
	const picture = await mustBeOk(draftPicture(ctx, { placeCode, title: 'Lägesbild', ...days, ...none }));
	const nothing = { id: null, evidenceIds: [] };
	const problem = await mustBeOk(
		saveProblem(ctx, { ...nothing, placeCode, name: 'Buskörning', note: '', overrules: {} })
	);
	const where = { problemId: problem.id, bone: 'place', parentId: null } as const;
	const cause = await mustBeOk(saveCause(ctx, { ...nothing, ...where, text: 'Rak väg' }));
	const valid = { validFrom: '2026-01-01', validTo: null, remit: 'both' } as const;
	const focus = await mustBeOk(
		saveFocusArea(ctx, { ...nothing, placeCode, name: 'Trafik', why: 'Viktigt', causeIds: [], ...valid })
	);
	const evidence = await mustBeOk(
		recordEvidence(ctx, {
			...{ kind: 'document', placeCode, statement: 'En karta', source: 'Polisen', day: '2026-01-01' },
			...{ content: image, fileName: 'karta.png' }
		})
	);
	return {
		...{ pictureId: picture.id, problemId: problem.id, causeId: cause.id },
		...{ focusId: focus.id, evidenceId: evidence.id }
	};
}

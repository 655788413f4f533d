import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Context } from '#lib/server/context.ts';
import { chainGaps, type Gap } from '../chain-gaps.ts';
import { selectCauses, selectFocusAreas, selectProblems } from './choice-store.ts';
import { selectEvidenceOfPlace } from './evidence-store.ts';
import { selectPictures, selectSections } from './picture-store.ts';
import { shownEvidence } from './shown-evidence.ts';

/**
 * Where the chain from evidence over cause to focus area is broken in a place.
 * @throws AppError `not-found` without `results.read` there
 */
export async function readChainGaps(ctx: Pick<Context, 'db' | 'actor'>, placeCode: string): Promise<Gap[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	const { db } = ctx;
	const pictures = await selectPictures(db, placeCode);
	const sections = (await Promise.all(pictures.map(({ id }) => selectSections(db, id)))).flat();
	return chainGaps({
		evidence: await shownEvidence(ctx, await selectEvidenceOfPlace(db, placeCode)),
		problems: await selectProblems(db, placeCode),
		causes: await selectCauses(db, placeCode),
		focusAreas: await selectFocusAreas(db, placeCode),
		shownIds: sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'evidence' ? block.evidenceId : []))
		)
	});
}

import type { Context } from '#lib/server/context.ts';
import { isEmpty } from '../block-input.ts';
import type { Picture, Snapshot } from '../picture.ts';
import { rankProblems } from '../priority.ts';
import { matrixRow } from '../source-matrix.ts';
import { selectAssessments, selectSituationSettings } from './assessment-store.ts';
import { selectCauses, selectFocusAreas, selectProblems } from './choice-store.ts';
import { selectEvidenceByIds } from './evidence-store.ts';
import { selectSections } from './picture-store.ts';
import { shownEvidence } from './shown-evidence.ts';

/** Everything that a picture shows at this moment: its sections, and the problems, causes and focus areas of the place. */
export async function makeSnapshot(ctx: Pick<Context, 'db'>, picture: Picture): Promise<Snapshot> {
	const { db } = ctx;
	const { placeCode, title, from, to } = picture;
	const sections = (await selectSections(db, picture.id)).map(({ key, blocks }) => ({
		key,
		blocks: blocks.filter((block) => !isEmpty(block))
	}));
	const problems = (await selectProblems(db, placeCode)).filter(({ id }) => picture.problemIds.includes(id));
	const causes = (await selectCauses(db, placeCode)).filter(({ problemId }) =>
		picture.problemIds.includes(problemId)
	);
	const focusAreas = (await selectFocusAreas(db, placeCode)).filter(({ ended }) => !ended);
	const shownIds = sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.kind === 'evidence' ? block.evidenceId : []))
	);
	const linked = [...problems, ...causes, ...focusAreas].flatMap(({ evidenceIds }) => evidenceIds);
	const evidence = await shownEvidence(ctx, await selectEvidenceByIds(db, [...shownIds, ...linked]));
	const { criteria } = await selectSituationSettings(db, placeCode);
	const assessments = await selectAssessments(
		db,
		problems.map(({ id }) => id)
	);
	return {
		...{ title, from, to, sections, evidence, causes, focusAreas },
		problems: problems.map(({ id, name, note, evidenceIds }) => ({ id, name, note, evidenceIds })),
		matrix: problems.map((problem) => matrixRow(problem, evidence)),
		ranking: rankProblems({ problems, criteria, assessments })
	};
}

import type { Context } from '#lib/server/context.ts';
import type { Problem } from '#lib/server/problem.ts';
import { readEvidenceOf } from '#lib/situation/server/read-evidence.ts';

/**
 * What is wrong with the evidence that a pledge is to rest on: `evidence unknown` for what is not there or not the
 * reader's, `evidence missing` when all of it has been withdrawn.
 */
export async function evidenceProblems(
	ctx: Pick<Context, 'db' | 'actor'>,
	evidenceIds: readonly string[]
): Promise<Problem[]> {
	const found = await readEvidenceOf(ctx, evidenceIds);
	const problem = (code: string): Problem[] => [{ at: 'evidence', code, detail: code }];
	if (found.length < evidenceIds.length) return problem('unknown');
	return found.length > 0 && found.every(({ withdrawn }) => withdrawn) ? problem('missing') : [];
}

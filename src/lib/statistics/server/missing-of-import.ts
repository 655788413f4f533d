import type { Problem } from '#lib/server/problem.ts';
import { saysNothing } from '../import-preview.ts';
import type { ComparedSeries, StoredPlan } from './plan-stored.ts';

/** Whether a series gets a new version: values are new or changed, or it comes back after it was taken away. */
export const isChanged = ({ changes, held }: ComparedSeries): boolean =>
	changes.added.length + changes.revised.length > 0 || held?.removed === 1;

/** What has to be filled in, or is left over, before a file can be imported. */
export function missingOf({ plan, series, settings }: StoredPlan): Problem | undefined {
	const problem = (at: string, code: string) => ({ at, code, detail: code });
	if (settings.source === '') return problem('source', 'missing');
	if (plan.withoutPeriod > 0 && series.length === 0) return problem('period', 'missing');
	if (plan.withoutPlace > 0 && series.length === 0) return problem('place', 'missing');
	if (plan.unmatched.length > 0 && series.length === 0) return problem('file', 'no-known-place');
	if (series.length === 0) return problem('file', 'no-values');
	if (series.some(({ planned }) => saysNothing(planned.title))) return problem('title', 'missing');
	return series.some(isChanged) ? undefined : problem('', 'nothing-new');
}

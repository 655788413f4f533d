import type { EvidenceView } from './thread-view.ts';
import type { PledgeView } from './pledge-view.ts';

/** A pledge with what it rests on. */
export interface OpenPledge {
	pledge: PledgeView;
	evidence: EvidenceView[];
}

/** The body of `GET /api/v1/places/{code}/pledges`: every published pledge, old ones with their outcome. */
export const openPledges = (pledges: readonly OpenPledge[]) => ({
	pledges: pledges.map(({ pledge, evidence }) => ({
		slug: pledge.slug,
		title: pledge.title,
		sentence: pledge.sentence,
		status: pledge.status,
		validFrom: pledge.validFrom,
		validTo: pledge.validTo,
		nextReportOn: pledge.nextReportOn,
		overdue: pledge.overdue,
		...(pledge.example ? { example: true as const } : {}),
		activities: pledge.activities.map(({ party, what, target, done, unit, status }) => ({
			...{ party, text: what, target, done, unit, status }
		})),
		evidence: evidence.map(({ statement, figure, n, day, selection, source, href }) => ({
			...{ statement, figure, n, day, selection, source, href }
		}))
	}))
});

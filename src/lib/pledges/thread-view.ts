import type { Evidence, EvidenceKind } from '#lib/situation/evidence.ts';
import type { Agreement } from './agreement.ts';
import type { PledgeView } from './pledge-view.ts';

/** Evidence as a pledge's page shows it. */
export type EvidenceView = Pick<
	Evidence,
	'id' | 'statement' | 'figure' | 'n' | 'day' | 'selection' | 'source' | 'href' | 'withdrawn'
> & { isResult: boolean };

/** What residents said; everything else is what police and municipality looked up. */
const said: readonly EvidenceKind[] = ['result', 'tally', 'note-theme', 'text-theme', 'quote'];

/** The evidence as pages show it. */
export const evidenceView = (evidence: Evidence): EvidenceView => ({
	id: evidence.id,
	statement: evidence.statement,
	figure: evidence.figure,
	n: evidence.n,
	day: evidence.day,
	selection: evidence.selection,
	source: evidence.source,
	href: evidence.href,
	withdrawn: evidence.withdrawn,
	isResult: evidence.kind === 'result'
});

/** A pledge's page: the thread from what people said to the next word. */
export interface PledgePage {
	pledge: PledgeView;
	said: EvidenceView[];
	checked: EvidenceView[];
	focusArea: string | null;
	cause: string | null;
	agreement: Pick<Agreement, 'title'> | null;
}

/** Evidence parted into what people said and what was looked up. */
export const partedEvidence = (all: readonly Evidence[]): Pick<PledgePage, 'said' | 'checked'> => ({
	said: all.filter(({ kind }) => said.includes(kind)).map(evidenceView),
	checked: all.filter(({ kind }) => !said.includes(kind)).map(evidenceView)
});

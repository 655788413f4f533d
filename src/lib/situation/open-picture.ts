import type { Block, Picture, Signature, Snapshot } from './picture.ts';

const openBlock = (block: Block) => {
	if (block.kind === 'text') return { kind: block.kind, text: block.text };
	if (block.kind === 'quote') return { kind: block.kind, text: block.text, from: block.from };
	if (block.kind === 'table')
		return { kind: block.kind, caption: block.caption, columns: block.columns, rows: block.rows };
	return { kind: block.kind, evidence: block.evidenceId, note: block.note };
};

const openEvidence = (slug: string | null) => (one: Snapshot['evidence'][number]) => ({
	id: one.id,
	kind: one.kind,
	statement: one.statement,
	figure: one.figure,
	n: one.n,
	day: one.day,
	selection: one.selection,
	source: one.source,
	href: slug ? `/${slug}/underlag/${one.id}` : null,
	withdrawn: one.withdrawn
});

const openFocus = (focus: Snapshot['focusAreas'][number]) => ({
	name: focus.name,
	why: focus.why,
	remit: focus.remit,
	validFrom: focus.validFrom,
	validTo: focus.validTo,
	evidence: focus.evidenceIds,
	causes: focus.causeIds
});

interface Published {
	picture: Picture & { number: number; publishedOn: string };
	snapshot: Snapshot;
	signatures: Signature[];
}

/** A published picture as the open interface gives it; every number names its evidence. */
export function openPicture({ picture, snapshot, signatures }: Published, slug: string | null) {
	const scoreOf = (id: string) => snapshot.ranking.find(({ problemId }) => problemId === id)?.score ?? null;
	return {
		version: picture.number,
		title: snapshot.title,
		from: snapshot.from,
		to: snapshot.to,
		publishedOn: picture.publishedOn,
		dialogues: picture.dialogueCodes,
		signatures: signatures.map(({ side, title, signedOn }) => ({ side, title, signedOn })),
		sections: snapshot.sections.map(({ key, blocks }) => ({ key, blocks: blocks.map(openBlock) })),
		problems: snapshot.matrix.map(({ problemId, name, verdict, cells }) => ({
			name,
			verdict,
			score: scoreOf(problemId),
			sources: cells.map(({ source, strength, reason, evidenceIds }) => ({
				...{ source, strength, reason },
				evidence: evidenceIds
			}))
		})),
		causes: snapshot.causes.map(({ id, bone, text, parentId, problemId, evidenceIds }) => ({
			...{ id, bone, text, parent: parentId },
			problem: snapshot.problems.find((problem) => problem.id === problemId)?.name ?? '',
			evidence: evidenceIds
		})),
		focusAreas: snapshot.focusAreas.map(openFocus),
		evidence: snapshot.evidence.map(openEvidence(slug))
	};
}

import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { isDay } from '#lib/dialogues/period.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { askedText, differencesText, unknownText } from '../draft-texts.ts';
import type { Evidence } from '../evidence.ts';
import { sectionKeys, type Block, type Picture, type SectionKey } from '../picture.ts';
import type { SituationProblem } from '../problem.ts';
import { matrixRow } from '../source-matrix.ts';
import { selectProblems, upsertProblem } from './choice-store.ts';
import { draftDialogue, type DialogueDraft } from './draft-dialogue.ts';
import type { Taken } from './freeze-result.ts';
import { selectEvidenceOfPlace } from './evidence-store.ts';
import { insertPicture } from './picture-store.ts';
import { parseInput } from './parse-input.ts';
import { asEvidence, storeEvidence } from './record-evidence.ts';
import { takeSeries } from './take-series.ts';

const day = v.pipe(
	v.string(),
	v.nonEmpty('missing'),
	v.check((text) => isDay(text), 'invalid-day')
);

const draftInput = v.pipe(
	v.strictObject({
		placeCode: v.string(),
		title: v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(120, 'too-long')),
		from: day,
		to: day,
		dialogueIds: v.pipe(v.array(v.string()), v.maxLength(20, 'too-many')),
		seriesIds: v.pipe(v.array(v.string()), v.maxLength(20, 'too-many'))
	}),
	v.forward(
		v.check(({ from, to }) => to >= from, 'before-start'),
		['to']
	)
);

/** What a draft begins from. */
export type DraftInput = v.InferInput<typeof draftInput>;

interface Material {
	dialogues: DialogueDraft[];
	/** Name of a problem → what shows it, dialogue by dialogue. */
	problems: Map<string, Taken[]>;
	series: Taken[];
	/** Names of series without a value in the period. */
	silent: string[];
	placeName: string;
}

async function readMaterial(ctx: Context, input: v.InferOutput<typeof draftInput>): Promise<Material> {
	const dialogues: DialogueDraft[] = [];
	for (const id of input.dialogueIds) {
		const dialogue = await readDialogue(ctx, id);
		await requirePermission(ctx, 'results.read', dialogue.placeCode);
		dialogues.push(await draftDialogue(ctx, dialogue));
	}
	const problems = new Map<string, Taken[]>();
	for (const name of new Set(dialogues.flatMap(({ named }) => named))) {
		const shown = await Promise.all(dialogues.map(({ show }) => show(name)));
		problems.set(
			name,
			shown.filter((one) => one !== undefined)
		);
	}
	const { taken: series, silent } = await takeSeries(ctx, input);
	return {
		...{ dialogues, problems, series, silent },
		placeName: (await readPlace(ctx, input.placeCode)).name
	};
}

/** The same for evidence that says the very same, from the same release. */
const saying = ({ kind, statement, n, day, source, seq, frozen, about }: Taken): string =>
	JSON.stringify([kind, statement, n, day, source, seq, frozen, about]);

interface Recorded {
	recorded: Map<Taken, Evidence>;
	/** What the place has not had before. */
	fresh: Evidence[];
}

/** Everything that was taken, once, as evidence of the picture's place; what an earlier draft took is used again. */
async function recordedOf(ctx: Context, material: Material, placeCode: string): Promise<Recorded> {
	const held = (await selectEvidenceOfPlace(ctx.db, placeCode)).filter(({ withdrawn }) => !withdrawn);
	const before = new Map(held.map((one) => [saying(one), one]));
	const taken: Taken[] = [
		...material.dialogues.flatMap(({ taken }) => taken),
		...[...material.problems.values()].flat(),
		...material.series
	];
	const fresh: Evidence[] = [];
	const recorded = new Map<Taken, Evidence>();
	for (const one of new Set(taken)) {
		const known = before.get(saying(one));
		const evidence = known ?? asEvidence(ctx, { ...one, placeCode });
		if (!known) fresh.push(evidence);
		recorded.set(one, evidence);
	}
	return { recorded, fresh };
}

/** What the dialogues name as problems; one that the place knows already gets the new evidence. */
async function writeProblems(
	trx: Transaction<Database>,
	ctx: Context,
	{ material, placeCode, recorded }: { material: Material; placeCode: string; recorded: Map<Taken, Evidence> }
): Promise<SituationProblem[]> {
	const problems = (await selectProblems(trx, placeCode)).filter(({ ended }) => !ended);
	const named = new Map<string, SituationProblem>();
	for (const [name, shown] of material.problems) {
		const was = problems.find((problem) => problem.name === name);
		const evidenceIds = [...(was?.evidenceIds ?? []), ...shown.map((taken) => recorded.get(taken)!.id)];
		named.set(name, {
			...(was ?? { id: randomId(ctx.random), placeCode, name, note: '', overrules: {}, ended: false }),
			evidenceIds: [...new Set(evidenceIds)]
		});
	}
	for (const problem of named.values()) await upsertProblem(trx, problem);
	return [...named.values()];
}

interface Written extends Omit<Material, 'problems'> {
	recorded: Map<Taken, Evidence>;
	problems: SituationProblem[];
}

function blocksOf(ctx: Pick<Context, 'random'>, written: Written): Record<SectionKey, Block[]> {
	const { dialogues, series, silent, recorded, problems, placeName } = written;
	const text = (words: string): Block[] =>
		words === '' ? [] : [{ id: randomId(ctx.random), kind: 'text', text: words }];
	const shown = (taken: Taken): Block => ({
		...{ id: randomId(ctx.random), kind: 'evidence', evidenceId: recorded.get(taken)!.id, note: '' },
		show: taken.about?.optionKey === null || taken.kind === 'series' ? 'whole' : 'figure'
	});
	const of = (...kinds: string[]) => dialogues.filter(({ about }) => kinds.includes(about.kind));
	const told = (some: DialogueDraft[]) => some.flatMap(({ taken }) => taken.map(shown));
	const rows = problems.map((problem) => matrixRow(problem, [...recorded.values()]));
	return {
		asked: dialogues.flatMap(({ about }) => text(askedText(about))),
		said: told(of('citizen')),
		staff: told(of('staff', 'partner')),
		statistics: series.map(shown),
		differences: text(differencesText(rows)),
		unknown: text(
			unknownText(
				dialogues.map(({ about }) => about),
				{ placeName, silent }
			)
		),
		chosen: []
	};
}

/**
 * Drafts a picture by itself from closed dialogues and imported series: what was asked, what was said, the lowest graded
 * part of the place, the problems people named, where the sources differ and what nobody knows. People write on from it.
 * @returns the picture, or `missing`, `too-long`, `invalid-day`, `to before-start`
 * @throws AppError `not-found` for an unknown dialogue or series, or without `situation.edit` in the place
 */
export async function draftPicture(ctx: Context, input: DraftInput): Promise<Outcome<Picture>> {
	await requirePermission(ctx, 'situation.edit', input.placeCode);
	const parsed = parseInput(draftInput, input);
	if (!parsed.ok) return parsed;
	const { placeCode, title, from, to } = parsed.value;
	const material = await readMaterial(ctx, parsed.value);
	const { recorded, fresh } = await recordedOf(ctx, material, placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		for (const evidence of fresh) await storeEvidence(trx, evidence);
		const problems = await writeProblems(trx, ctx, { material, placeCode, recorded });
		const codes = [...recorded.values()].flatMap(({ about }) => about?.dialogueCode ?? []);
		const picture: Picture = {
			...{ id: randomId(ctx.random), placeCode, number: null, state: 'draft', title, from, to },
			dialogueCodes: [...new Set(codes)],
			problemIds: problems.map(({ id }) => id),
			...{ frozenOn: null, publishedOn: null }
		};
		const blocks = blocksOf(ctx, { ...material, recorded, problems });
		const sections = sectionKeys.map((key) => ({ key, revision: 1, blocks: blocks[key] }));
		await insertPicture(trx, picture, sections);
		await recordEvent(trx, ctx, {
			...{ action: 'picture.created', placeCode, subject: `picture:${picture.id}` },
			after: { title, count: fresh.length }
		});
		return { ok: true, value: picture };
	});
}

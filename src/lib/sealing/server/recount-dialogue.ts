import { readQuestionnaire } from '../../questionnaire/server/read-questionnaire.ts';
import { readDialogue } from '../../dialogues/server/read-dialogue.ts';
import type { Context } from '../../server/context.ts';
import { canonicalJson, verifyChain } from '../release.ts';
import { emptyHistogram, histogramOf, sumHistograms, withoutSources, type Histogram } from '../histogram.ts';
import { curtainOf } from './curtain.ts';
import { selectSheets } from './block-store.ts';
import { selectLedger } from './ledger-store.ts';
import { selectReleases } from './release-store.ts';

export interface Recount {
	/** Sheets in all blocks. */
	sheets: number;
	/** What does not add up, in words; empty when everything does. */
	faults: string[];
}

type Sheets = Awaited<ReturnType<typeof selectSheets>>;

const addTo = (totals: Map<string, Histogram>, key: string, histogram: Histogram) =>
	totals.set(key, sumHistograms(totals.get(key) ?? emptyHistogram(), withoutSources(histogram)));

/** Totals per question over all labels: what climbs at closing changes label, never number. */
function totalsOf(counters: Map<string, Histogram>): Map<string, Histogram> {
	const totals = new Map<string, Histogram>();
	for (const [key, histogram] of counters) addTo(totals, key.slice(0, key.indexOf('\n')), histogram);
	return totals;
}

function sizeFaults(sheets: Sheets): string[] {
	const sizes = new Map<string, { size: number; found: number }>();
	for (const { blockId, size } of sheets) {
		const block = sizes.get(blockId) ?? { size, found: 0 };
		block.found++;
		sizes.set(blockId, block);
	}
	return [...sizes.values()]
		.filter(({ size, found }) => size !== found)
		.map(({ size, found }) => `a block of ${size} has ${found} sheets`);
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * Counts a dialogue anew from its sheets and compares: blocks with sheets, sealed numbers with blocks, published and
 * held back with sheets per question, the chain with its hashes. For the drill after a crash or a restored backup.
 * @throws AppError `not-found`.
 */
export async function recountDialogue(ctx: Context, dialogueId: string): Promise<Recount> {
	const definition = await readQuestionnaire(ctx, await readDialogue(ctx, dialogueId));
	const scope = { dialogueId, curtain: curtainOf(ctx, dialogueId) };
	const sheets = await selectSheets(ctx.db, scope);
	const ledger = await selectLedger(ctx.db, scope);
	const faults = sizeFaults(sheets);
	const counted = sheets.filter((sheet) => sheet.counted === 1);
	const sealed = [...ledger.sealed.values()].reduce((sum, number) => sum + number, 0);
	if (sealed !== counted.length) faults.push(`${sealed} are said to be sealed, ${counted.length} are`);
	const published = totalsOf(ledger.published);
	for (const [key, histogram] of totalsOf(ledger.remainder)) addTo(published, key, histogram);
	for (const question of definition.questions) {
		const answers = counted.map((sheet) => sheet.answers[question.key]);
		const found = histogramOf(question, answers);
		const stored = published.get(question.key) ?? histogramOf(question, []);
		if (!same(found, stored)) faults.push(`${question.key}: counters and sheets differ`);
	}
	if (!verifyChain(await selectReleases(ctx.db, dialogueId))) faults.push('the chain of releases is broken');
	return { sheets: sheets.length, faults };
}

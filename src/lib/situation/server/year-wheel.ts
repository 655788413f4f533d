import * as v from 'valibot';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { reviewOf } from '../review.ts';
import type { WheelEntry } from '../year-wheel.ts';
import {
	deleteWheelEntry,
	insertWheelEntry,
	selectSituationSettings,
	selectWheelEntries
} from './assessment-store.ts';
import { parseInput } from './parse-input.ts';
import { listPublishedPictures } from './read-picture.ts';

/** What happens on days that are known: named by what, so that the page words it. */
export interface DatedEntry extends WheelEntry {
	what: 'own' | 'opens' | 'closes' | 'results' | 'pledges' | 'review';
}

const dated = (what: DatedEntry['what'], day: string, about: { text: string; href: string }): DatedEntry => ({
	...{ what, id: null, month: Number(day.slice(5, 7)), day },
	...about
});

async function dialogueEntries(
	ctx: Pick<Context, 'db' | 'language'>,
	placeCode: string
): Promise<DatedEntry[]> {
	const dialogues = await listDialogues(ctx, { placeCode });
	return dialogues.flatMap((dialogue) => {
		const { code, title, opensOn, lastDay, resultsDueOn, pledgesDueOn } = dialogueView(
			dialogue,
			ctx.language
		);
		const about = { text: title, href: `/arbete/dialoger/${code}` };
		return [
			dated('opens', opensOn, about),
			...(lastDay ? [dated('closes', lastDay, about)] : []),
			dated('results', resultsDueOn, about),
			dated('pledges', pledgesDueOn, about)
		];
	});
}

async function reviewEntry(ctx: Pick<Context, 'db' | 'now'>, placeCode: string): Promise<DatedEntry[]> {
	const [latest] = await listPublishedPictures(ctx, placeCode);
	if (!latest) return [];
	const { review } = await selectSituationSettings(ctx.db, placeCode);
	const { dueOn } = reviewOf(latest.publishedOn, review, dayOf(ctx.now()));
	return [dated('review', dueOn, { text: latest.title, href: `/arbete/lagesbild/${latest.id}` })];
}

/**
 * A year of a place: what comes back every year, and what happens on days of that year.
 * @throws AppError `not-found` without `results.read` there
 */
export async function readYearWheel(
	ctx: Pick<Context, 'db' | 'actor' | 'now' | 'language'>,
	{ placeCode, year }: { placeCode: string; year: number }
): Promise<DatedEntry[]> {
	await requirePermission(ctx, 'results.read', placeCode);
	const own = await selectWheelEntries(ctx.db, placeCode);
	const days = [...(await dialogueEntries(ctx, placeCode)), ...(await reviewEntry(ctx, placeCode))];
	return [
		...own.map(({ id, month, text }): DatedEntry => ({
			id,
			month,
			text,
			what: 'own',
			href: null,
			day: null
		})),
		...days.filter(({ day }) => day?.startsWith(String(year)))
	];
}

const entryInput = v.strictObject({
	placeCode: v.string(),
	month: v.pipe(
		v.number('missing'),
		v.integer('missing'),
		v.minValue(1, 'missing'),
		v.maxValue(12, 'missing')
	),
	text: v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(160, 'too-long'))
});

/**
 * Adds something that comes back every year in a month.
 * @returns the entry's id, or `missing`, `too-long`
 * @throws AppError `not-found` without `situation.edit` there
 */
export async function addWheelEntry(
	ctx: Context,
	input: v.InferInput<typeof entryInput>
): Promise<Outcome<string>> {
	await requirePermission(ctx, 'situation.edit', input.placeCode);
	const parsed = parseInput(entryInput, input);
	if (!parsed.ok) return parsed;
	const { placeCode, month, text } = parsed.value;
	const id = randomId(ctx.random);
	await ctx.db.transaction().execute(async (trx) => {
		await insertWheelEntry(trx, { id, placeCode, month, text });
		await recordEvent(trx, ctx, {
			...{ action: 'checklist.changed', placeCode, subject: `wheel:${id}` },
			after: { title: text }
		});
	});
	return { ok: true, value: id };
}

/**
 * Takes away what came back every year.
 * @throws AppError `not-found` without `situation.edit` there
 */
export async function removeWheelEntry(
	ctx: Context,
	{ id, placeCode }: { id: string; placeCode: string }
): Promise<void> {
	await requirePermission(ctx, 'situation.edit', placeCode);
	await ctx.db.transaction().execute(async (trx) => {
		await deleteWheelEntry(trx, { id, placeCode });
		await recordEvent(trx, ctx, {
			...{ action: 'checklist.changed', placeCode, subject: `wheel:${id}` },
			after: { ended: true }
		});
	});
}

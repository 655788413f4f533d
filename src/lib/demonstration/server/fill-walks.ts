import { dayOf } from '../../dialogues/period.ts';
import type { Context } from '../../server/context.ts';
import { addPoint } from '../../walks/server/save-point.ts';
import { createWalk, publishWalk } from '../../walks/server/save-walk.ts';
import type { Walk } from '../../walks/walk.ts';
import { saffle } from '../places.ts';
import { plannedRoute, walkedRoute } from '../walks-example.ts';
import { must } from './must.ts';
import { setStage } from './stage.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How long ago the walk was walked: those who walked along wait to hear what came of it. */
const walkedDaysAgo = 16;

/** Fills Säffle's safety walks: one with a published protocol, and one that is to come. */
export async function fillWalks(ctx: Context): Promise<void> {
	const stage = setStage(ctx, 'demonstration walks');
	const now = ctx.now().getTime();
	const dayFromNow = (days: number) => dayOf(new Date(now + days * dayMs));
	const create = async (walk: Pick<Walk, 'route' | 'day' | 'participants' | 'about'>) =>
		must(await createWalk(stage, { placeCode: saffle, dialogueCode: null, walk }));
	const { route, participants, about, stops } = walkedRoute;
	stage.moveTo(new Date(now - walkedDaysAgo * dayMs));
	const { id: walkId } = await create({ route, participants, about, day: dayFromNow(-walkedDaysAgo) });
	for (const fields of stops(dayFromNow(2 - walkedDaysAgo)))
		must(await addPoint(stage, { walkId, point: { fields, photo: null } }));
	await publishWalk(stage, walkId);
	await create({ ...plannedRoute, participants: null, day: dayFromNow(10) });
}

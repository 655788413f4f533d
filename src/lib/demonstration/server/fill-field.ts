import { createCollection } from '../../collection/server/create-collection.ts';
import { openDevice } from '../../collection/server/open-device.ts';
import { recordEntries } from '../../collection/server/record-entries.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import { dayOf } from '../../dialogues/period.ts';
import type { Context } from '../../server/context.ts';
import { randomId } from '../../server/random.ts';
import { marketDay, marketEntries } from '../field-example.ts';
import { must } from './must.ts';
import { setStage } from './stage.ts';

/** Fills a collection on Säffle's square for the open dialogue, in which a phone has counted and noted talks. */
export async function fillField(ctx: Context, { id: dialogueId, placeCode }: Dialogue): Promise<void> {
	const stage = setStage(ctx, 'demonstration field');
	const about = { placeCode, dialogueId, meetingId: null, day: dayOf(stage.now()) };
	const { id: collectionId } = must(await createCollection(stage, { ...about, ...marketDay }));
	const { path } = must(await openDevice(stage, { collectionId, name: 'Telefon 1' }));
	const entries = marketEntries(() => randomId(stage.random));
	await recordEntries(stage, { token: path.split('/').at(-1)!, body: { entries } });
}

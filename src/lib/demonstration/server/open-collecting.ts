import { listCollections } from '../../collection/server/list-collections.ts';
import { endDevice, openDevice } from '../../collection/server/open-device.ts';
import { endKiosk, listKiosks, openKiosk } from '../../collection/server/open-kiosk.ts';
import { listDevices } from '../../collection/server/read-collection.ts';
import type { Context } from '../../server/context.ts';
import { marketDay } from '../field-example.ts';
import { saffle } from '../places.ts';
import { must } from './must.ts';

/** Where the demonstration's collector and its kiosk are found, as paths. */
export interface CollectingPaths {
	field: string;
	kiosk: string;
}

const standing = <T extends { ended: boolean }>(devices: T[]): T[] => devices.filter(({ ended }) => !ended);

/** Opens a collector's phone and a kiosk in Säffle anew, since their links are told only once; earlier ones end. */
export async function openCollecting(ctx: Context): Promise<CollectingPaths> {
	const collections = await listCollections(ctx, { placeCode: saffle });
	const collection = collections.find(({ name, ended }) => name === marketDay.name && !ended);
	if (!collection?.dialogueId) throw new Error('the demonstration has no collection in the field');
	const { id: collectionId, dialogueId } = collection;
	for (const { id } of standing(await listDevices(ctx, collectionId)))
		await endDevice(ctx, { collectionId, id });
	for (const { id } of standing(await listKiosks(ctx, dialogueId))) await endKiosk(ctx, { dialogueId, id });
	const field = must(await openDevice(ctx, { collectionId, name: 'Telefonen på torget' }));
	const kiosk = must(await openKiosk(ctx, { dialogueId, name: 'Plattan på biblioteket' }));
	return { field: field.path, kiosk: kiosk.path };
}

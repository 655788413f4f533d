import type { Context } from '#lib/server/context.ts';
import { defaultPlaceSettings, type PlaceSettings } from '../settings.ts';
import { selectSettings, settingsOf } from './settings-store.ts';

/** How a place's dialogues are set up unless one says otherwise; the design's own defaults where nothing is saved. */
export async function readPlaceSettings(ctx: Pick<Context, 'db'>, placeCode: string): Promise<PlaceSettings> {
	const saved = await selectSettings(ctx.db, placeCode);
	return saved ? settingsOf(saved) : defaultPlaceSettings(placeCode);
}

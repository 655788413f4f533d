import { playSaffle2017 } from '#lib/demonstration/server/fill-demonstration.ts';
import { importSaffleSeries, playSaffleStaff } from '#lib/demonstration/server/fill-picture.ts';
import { setStage } from '#lib/demonstration/server/stage.ts';
import type { Context } from '#lib/server/context.ts';
import { confirmImport } from '#lib/statistics/server/confirm-import.ts';
import { stageImport } from '#lib/statistics/server/stage-import.ts';
import { braWorkbook } from '../../support/bra-workbook.ts';
import { mustBeOk } from '../../support/builders.ts';

/** What a picture of Säffle is made of: two closed dialogues, of residents and of staff, and two imported files. */
export async function fillSources(ctx: Context): Promise<void> {
	await playSaffle2017(ctx);
	await playSaffleStaff(setStage(ctx, 'demonstration picture'));
	await importSaffleSeries(ctx);
	const bytes = await braWorkbook();
	const file = { placeCode: '1785', fileName: 'Säffle.xlsx', bytes };
	const { id } = await mustBeOk(stageImport(ctx, file));
	await mustBeOk(confirmImport(ctx, id));
}

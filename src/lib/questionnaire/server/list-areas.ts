import type { District } from '#lib/places/place.ts';
import { listDistricts } from '#lib/places/server/list-districts.ts';
import type { Context } from '#lib/server/context.ts';
import type { Option } from '../question.ts';

/** A district's code in lower case is permanent as well, and can be part of a label. */
const optionOf = ({ code, name }: District): Option => ({
	key: code.toLowerCase(),
	text: { sv: name, en: name }
});

/** A place's districts as options of a question; none where it has fewer than two. Names are the same in every language. */
export const listAreas = async (ctx: Pick<Context, 'db'>, placeCode: string): Promise<Option[]> =>
	(await listDistricts(ctx, placeCode)).map(optionOf);

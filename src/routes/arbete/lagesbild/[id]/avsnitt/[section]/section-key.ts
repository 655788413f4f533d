import { AppError } from '#lib/server/app-error.ts';
import { sectionKeys, type SectionKey } from '#lib/situation/picture.ts';

/** The section that an address names. @throws AppError `not-found` for any other name */
export function sectionKeyOf(name: string): Promise<SectionKey> {
	const key = sectionKeys.find((one) => one === name);
	return key ? Promise.resolve(key) : Promise.reject(new AppError('not-found'));
}

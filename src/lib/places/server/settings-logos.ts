import type { Transaction } from 'kysely';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { randomId } from '#lib/server/random.ts';
import { logoTypeOf, mostLogoBytes, mostLogos, type Logo, type LogoType } from '../settings-logo.ts';
import { deleteLogo, insertLogo, selectLogoContent, selectLogos } from './settings-store.ts';

/** The logos of a place's senders, by their texts. */
export const listLogos = (ctx: Pick<Context, 'db'>, placeCode: string): Promise<Logo[]> =>
	selectLogos(ctx.db, placeCode);

/**
 * The bytes of a logo and what they are.
 * @throws AppError `not-found`
 */
export async function readLogo(
	ctx: Pick<Context, 'db'>,
	id: string
): Promise<{ mediaType: LogoType; content: Buffer }> {
	const found = await selectLogoContent(ctx.db, id);
	if (!found) throw new AppError('not-found', 'no such logo');
	return { mediaType: found.mediaType, content: found.content };
}

export interface NewLogo {
	placeCode: string;
	alternativeText: string;
	content: Uint8Array;
}

function problemsOf(logo: NewLogo, held: number): Problem[] {
	const problems: Problem[] = [];
	const text = logo.alternativeText.trim();
	if (text === '') problems.push({ at: 'alternativeText', code: 'missing', detail: 'the text is missing' });
	if (text.length > 120)
		problems.push({ at: 'alternativeText', code: 'too-long', detail: 'the text is too long' });
	if (logo.content.length === 0)
		problems.push({ at: 'logo', code: 'missing', detail: 'the picture is missing' });
	else if (logo.content.length > mostLogoBytes)
		problems.push({ at: 'logo', code: 'too-large', detail: 'the picture is larger than 200 kB' });
	else if (!logoTypeOf(logo.content))
		problems.push({ at: 'logo', code: 'unknown-type', detail: 'not a PNG, JPEG or WebP picture' });
	else if (held >= mostLogos)
		problems.push({ at: 'logo', code: 'too-many', detail: 'a place has four logos' });
	return problems;
}

/**
 * Adds a sender's logo, as part of the command that asked whether that is allowed. What the picture is, its bytes say.
 * @returns the logo, or problems at `logo` and `alternativeText`.
 */
export async function addLogo(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'random'>,
	logo: NewLogo
): Promise<Outcome<Logo>> {
	const problems = problemsOf(logo, (await selectLogos(trx, logo.placeCode)).length);
	const mediaType = logoTypeOf(logo.content);
	if (problems.length > 0 || !mediaType) return { ok: false, problems };
	const added: Logo = { id: randomId(ctx.random), alternativeText: logo.alternativeText.trim(), mediaType };
	await insertLogo(trx, { ...added, placeCode: logo.placeCode, content: Buffer.from(logo.content) });
	return { ok: true, value: added };
}

/**
 * Takes a logo away.
 * @returns the text it had.
 * @throws AppError `not-found` when the place has no such logo.
 */
export async function removeLogo(
	trx: Transaction<Database>,
	logo: { id: string; placeCode: string }
): Promise<string> {
	const text = await deleteLogo(trx, logo);
	if (text === undefined) throw new AppError('not-found', 'no such logo');
	return text;
}

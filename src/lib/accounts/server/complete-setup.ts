import type { Transaction } from 'kysely';
import { recordEvent } from '../../audit/server/record-event.ts';
import { defaultSender, searchName, type Place } from '../../places/place.ts';
import { findPlaces } from '../../places/server/find-places.ts';
import { readPlace } from '../../places/server/read-place.ts';
import { savePlaceProfile } from '../../places/server/save-place-profile.ts';
import { AppError } from '../../server/app-error.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import type { Outcome, Problem } from '../../server/problem.ts';
import { normalEmail } from '../email.ts';
import { tokenHash } from '../token.ts';
import { checkSetupLink } from './check-setup-link.ts';
import { rememberDevice } from './known-device.ts';
import {
	addMembership,
	addPerson,
	asActor,
	plainName,
	problemsOfEmail,
	problemsOfName,
	problemsOfPassword
} from './new-person.ts';
import { hashPassword } from './password-hash.ts';
import { selectPersonByEmail } from './person-store.ts';
import { startSession } from './sessions.ts';
import { deleteSetupLink } from './setup-link-store.ts';
import type { SignInResult } from './sign-in.ts';

type Acting = Pick<Context, 'db' | 'now' | 'random' | 'vault'>;

export interface SetupInput {
	token: string;
	/** As somebody writes it: "Säffle", "saffle kommun". */
	municipality: string;
	/** Empty for the usual one. */
	sender: string;
	contactEmail: string;
	/** May be empty. */
	contactPhone: string;
	/** The first administrator. */
	name: string;
	email: string;
	password: string;
	/** See deviceName. */
	device: string;
	/** What the session cookie holds, if anything. */
	replaces?: string | undefined;
}

async function findMunicipality(ctx: Pick<Context, 'db'>, written: string): Promise<Place | Problem> {
	const at = 'municipality';
	if (written.trim() === '') return { at, code: 'missing', detail: 'the municipality is missing' };
	const found = await findPlaces(ctx, { query: written, limit: 10, kinds: ['municipality'] });
	const named = found.find(({ name }) => searchName(name) === searchName(written));
	const place = named ?? (found.length === 1 ? found[0] : undefined);
	return place
		? readPlace(ctx, place.code)
		: { at, code: 'unknown-municipality', detail: 'no municipality has that name' };
}

async function problemsOf(ctx: Acting, input: SetupInput, municipality: string): Promise<Problem[]> {
	const taken = await selectPersonByEmail(ctx.db, normalEmail(input.email) ?? '');
	const missingContact = input.contactEmail.trim() === '';
	return [
		...(missingContact
			? [{ at: 'contactEmail', code: 'missing', detail: 'the e-mail address is missing' }]
			: []),
		...problemsOfName(input.name),
		...problemsOfEmail(input.email),
		...(taken ? [{ at: 'email', code: 'taken', detail: 'somebody has this address already' }] : []),
		...problemsOfPassword(input.password, [input.name, input.email, municipality])
	];
}

const profileOf = (input: SetupInput, place: Place) => ({
	placeCode: place.code,
	sender: input.sender.trim() || defaultSender(place),
	contactEmail: input.contactEmail.trim(),
	contactPhone: input.contactPhone.trim() || null
});

/** Makes the first administrator and signs them in. */
async function startAdministrator(
	trx: Transaction<Database>,
	ctx: Acting,
	{ input, place, passwordHash }: { input: SetupInput; place: Place; passwordHash: string }
): Promise<SignInResult> {
	const name = plainName(input.name);
	const personId = await addPerson(trx, ctx, { name, email: normalEmail(input.email), passwordHash });
	const by = { now: ctx.now, vault: ctx.vault, actor: asActor({ id: personId, name }) };
	const placeCode = place.code;
	await recordEvent(trx, by, { action: 'setup.completed', placeCode, subject: `place:${placeCode}` });
	await addMembership(trx, by, { personId, placeCode, role: 'administrator', through: 'setup' });
	const deviceProof = await rememberDevice(trx, ctx, { personId });
	const { device, replaces } = input;
	const how = { method: 'password', secondFactor: false } as const;
	return { ...(await startSession(trx, ctx, { personId, ...how, device, replaces })), deviceProof };
}

/**
 * Sets the installation up: which municipality it is, who asks, how to reach them, and its first administrator, who is
 * signed in and adds a second factor next. Uses the link up.
 * @returns the municipality and the session, or all that has to be mended; then nothing is changed and the link still
 * works.
 * @throws AppError `not-found` for a link that does not work.
 */
export async function completeSetup(
	ctx: Acting,
	input: SetupInput
): Promise<Outcome<{ place: Place; session: SignInResult }>> {
	await checkSetupLink(ctx, input.token);
	const place = await findMunicipality(ctx, input.municipality);
	const known = 'name' in place;
	const problems = [...(known ? [] : [place]), ...(await problemsOf(ctx, input, known ? place.name : ''))];
	if (!known || problems.length > 0) return { ok: false, problems };
	const passwordHash = await hashPassword(input.password);
	return ctx.db.transaction().execute(async (trx) => {
		const saved = await savePlaceProfile({ db: trx }, profileOf(input, place));
		if (!saved.ok) return saved;
		if (!(await deleteSetupLink(trx, tokenHash(input.token)))) throw new AppError('not-found');
		return {
			ok: true,
			value: { place, session: await startAdministrator(trx, ctx, { input, place, passwordHash }) }
		};
	});
}

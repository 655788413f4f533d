import { join } from 'node:path';
import { sql } from 'kysely';
import { createPerson } from '#lib/accounts/server/create-person.ts';
import { hashPassword } from '#lib/accounts/server/password-hash.ts';
import { startSession } from '#lib/accounts/server/sessions.ts';
import { tokenHash } from '#lib/accounts/token.ts';
import { newCode } from '#lib/dialogues/code.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { template } from '#lib/questionnaire/bank/templates.ts';
import { contentOf } from '#lib/questionnaire/draft-content.ts';
import { createDraft } from '#lib/questionnaire/server/create-draft.ts';
import { publishQuestionnaire } from '#lib/questionnaire/server/publish-questionnaire.ts';
import { contextOf } from '#lib/server/application.ts';
import type { Context } from '#lib/server/context.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { silentLog } from '#lib/server/log.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { roles, type Role } from '#lib/server/role.ts';
import { openVault } from '#lib/server/vault.ts';
import { plantPledges } from './plant-pledges.ts';
import { planMeeting } from './meeting.ts';
import { noCollection, plantCollection, uprootCollection, type CollectionTarget } from './collection-cast.ts';
import { noWalk, plantWalk, uprootWalk, type WalkTarget } from './walk-cast.ts';
import { openEightQuestions } from './open-dialogue.ts';
import { noSituation, plantSituation, type SituationTarget } from './plant-situation.ts';
import { plantStatistics, uprootStatistics } from './plant-statistics.ts';

/** The places of the cast: Säffle, the local police area above it, and Orsa, which has nothing to do with them. */
export const own = '1785';
export const above = 'lpo-arvika';
export const foreign = '2034';

const day = 86_400_000;
const questionnaire = template('K3', { areas: [] });

/** Somebody signed in. */
export interface Member {
	name: string;
	personId: string;
	/** What the session cookie holds. */
	token: string;
	/** Null for somebody without any role. */
	role: Role | null;
	placeCode: string;
	/** What the session still owes. */
	owes: 'second-factor' | 'enrol' | null;
}

/** What stands in a place for addresses to be about. */
export interface Target extends CollectionTarget, WalkTarget {
	placeCode: string;
	/** A reader there … */
	personId: string;
	/** … and their session and passkey. */
	sessionId: string;
	passkeyId: string;
	invitationId: string;
	logoId: string;
	organisationId: string;
	/** A draft of a questionnaire. */
	draftId: string;
	/** A pledge that is being written, and one that is published with its activity. */
	pledgeId: string;
	publishedPledgeId: string;
	agreementId: string;
	activityId: string;
	/** A questionnaire that was published there once. */
	questionnaireId: string;
	/** An open dialogue there that can be shown in boxes and asks for one-time codes; its six digits. */
	dialogueCode: string;
	/** A planned meeting there. */
	meetingId: string;
	/** A series of statistics, and a file that waits to become one. */
	seriesId: string;
	importId: string;
	/** What belongs to a picture there. */
	situation: SituationTarget;
}

/** Its address is `planterat-mote`. */
const plantedMeeting = { sv: 'Planterat möte' };

type Wanted = Partial<Pick<Member, 'role' | 'placeCode' | 'owes'>> & { name?: string; email?: string };

/** Adds somebody with a role in a place (none when `role` is null) and signs them in. */
export async function addMember(ctx: Context, wanted: Wanted): Promise<Member> {
	const { role = 'reader', placeCode = own, owes = null } = wanted;
	const name = wanted.name ?? `${role ?? 'nobody'} of ${placeCode}${owes ? ` owing ${owes}` : ''}`;
	const email = wanted.email ?? `${randomId(secureRandom).toLowerCase().replaceAll('_', 'x')}@example.se`;
	const memberships = role === null ? [] : [{ placeCode, role, through: 'invitation' }];
	const personId = await createPerson(ctx, { name, email, memberships });
	if (owes === 'second-factor')
		await ctx.db.updateTable('person').set({ secondFactor: 1 }).where('id', '=', personId).execute();
	const how = { method: 'password', secondFactor: owes === null, device: 'Firefox, Linux' } as const;
	const { token } = await ctx.db.transaction().execute((trx) => startSession(trx, ctx, { personId, ...how }));
	return { name, personId, token, role, placeCode, owes };
}

/** Gives somebody a password and an e-mail address to sign in with. @returns the address */
export async function givePassword(ctx: Context, personId: string, password: string): Promise<string> {
	const email = `${personId.toLowerCase().replaceAll(/[^a-z0-9]/g, 'x')}@example.se`;
	const passwordHash = await hashPassword(password);
	await ctx.db.updateTable('person').set({ email, passwordHash }).where('id', '=', personId).execute();
	return email;
}

/** Ids of nothing, in the shape of real ones. */
export const nothing = (): Target => ({
	placeCode: '0000',
	personId: randomId(secureRandom),
	sessionId: tokenHash(randomId(secureRandom)),
	passkeyId: randomId(secureRandom),
	invitationId: randomId(secureRandom),
	logoId: randomId(secureRandom),
	organisationId: randomId(secureRandom),
	draftId: randomId(secureRandom),
	pledgeId: randomId(secureRandom),
	publishedPledgeId: randomId(secureRandom),
	agreementId: randomId(secureRandom),
	activityId: randomId(secureRandom),
	questionnaireId: randomId(secureRandom),
	dialogueCode: '100001',
	meetingId: randomId(secureRandom),
	...noCollection(),
	...noWalk(),
	seriesId: randomId(secureRandom),
	importId: randomId(secureRandom),
	situation: noSituation()
});

/** The smallest PNG image. */
export const image = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);

/** The place's published questionnaire; it can never be taken away, so there is one for all. */
async function publishedIn(ctx: Context, placeCode: string): Promise<string> {
	const found = await ctx.db
		.selectFrom('questionnaire')
		.select('id')
		.where('placeCode', '=', placeCode)
		.where('title', '=', questionnaire.title.sv)
		.executeTakeFirst();
	if (found) return found.id;
	return (await publishQuestionnaire(ctx, { placeCode, definition: questionnaire })).questionnaireId;
}

/** Puts somebody, an invitation, a logo, an organisation, a draft and a questionnaire into a place. */
export async function plant(ctx: Context, placeCode: string): Promise<Target> {
	const { personId, token } = await addMember(ctx, { placeCode });
	const { id: draftId } = await createDraft(ctx, { placeCode, content: contentOf(questionnaire) });
	const target: Target = {
		...nothing(),
		...{ placeCode, personId, sessionId: tokenHash(token), draftId },
		questionnaireId: await publishedIn(ctx, placeCode),
		...(await plantStatistics(ctx, placeCode))
	};
	const { passkeyId, invitationId, logoId, organisationId } = target;
	const now = ctx.now().getTime();
	await ctx.db
		.insertInto('passkey')
		.values({
			...{ id: passkeyId, personId, name: 'Nyckel', publicKey: 'pQ', counter: 0, transports: '[]' },
			...{ backedUp: 0, addedAt: now, lastUsedAt: null }
		})
		.execute();
	await ctx.db
		.insertInto('invitation')
		.values({
			...{ id: invitationId, tokenHash: tokenHash(invitationId), email: `${invitationId}@example.se` },
			...{ placeCode, role: 'reader', invitedBy: 'Kim Exempel', createdAt: now, expiresAt: now + day }
		})
		.execute();
	await ctx.db
		.insertInto('placeLogo')
		.values({ id: logoId, placeCode, alternativeText: 'Vapen', mediaType: 'image/png', content: image })
		.execute();
	await ctx.db
		.insertInto('organisation')
		.values({
			...{ id: organisationId, placeCode, name: 'Kommunen', issuer: 'https://issuer.invalid' },
			...{ clientId: 'lyhord', sealedSecret: '', rules: '[]', trusted: '{"amr":[],"acr":[]}' }
		})
		.execute();
	target.dialogueCode = await plantDialogue(ctx, placeCode);
	Object.assign(target, await plantPledges(ctx, placeCode));
	target.situation = await plantSituation(ctx, { placeCode, image });
	target.meetingId = (await planMeeting(ctx, { placeCode, title: plantedMeeting, languages: ['sv'] })).id;
	return { ...target, ...(await plantCollection(ctx, target)), ...(await plantWalk(ctx, target)) };
}

/** Puts a dialogue like the installation's own into a place; one is enough, since none is ever deleted. @returns its code */
async function plantDialogue(ctx: Context, placeCode: string): Promise<string> {
	const opened = await ctx.db.selectFrom('dialogue').selectAll().where('state', '=', 'open').execute();
	const standing = opened.find((row) => row.placeCode === placeCode && row.entry === 'codes');
	if (standing) return standing.code;
	const code = newCode(secureRandom);
	const asked = { questionnaireId: await publishedIn(ctx, placeCode), version: 1, entry: 'codes' } as const;
	const identity = { id: randomId(secureRandom), slug: `planterad-${code}`, code, placeCode };
	const channels = '["web","embed","paper"]';
	await ctx.db
		.insertInto('dialogue')
		.values({ ...opened[0]!, ...asked, ...identity, channels })
		.execute();
	return code;
}

/** Removes what `plant` put there, but for the dialogue, so that lists stay short. */
export async function uproot(ctx: Context, target: Target): Promise<void> {
	await ctx.db.deleteFrom('meeting').where('id', '=', target.meetingId).execute();
	await uprootCollection(ctx, target);
	await uprootWalk(ctx, target);
	await ctx.db.deleteFrom('passkey').where('id', '=', target.passkeyId).execute();
	await ctx.db.deleteFrom('invitation').where('id', '=', target.invitationId).execute();
	await ctx.db.deleteFrom('placeLogo').where('id', '=', target.logoId).execute();
	await ctx.db.deleteFrom('organisation').where('id', '=', target.organisationId).execute();
	await ctx.db.deleteFrom('questionnaireDraft').where('id', '=', target.draftId).execute();
	await ctx.db.deleteFrom('pledge').where('id', '=', target.pledgeId).execute();
	await uprootStatistics(ctx, target);
	await ctx.db.deleteFrom('session').where('personId', '=', target.personId).execute();
	await ctx.db.deleteFrom('membership').where('personId', '=', target.personId).execute();
}

/** The data folder of an installation, with an open dialogue in Säffle. */
export interface Installation {
	ctx: Context;
	dialogue: Dialogue;
}

/** Makes the data in a folder that a server will be started on; the caller destroys the database. */
export async function prepareInstallation(folder: string): Promise<Installation> {
	const dialogue = await openEightQuestions(folder);
	const db = openSqlite(join(folder, 'lyhord.db'));
	// The server writes to the same file, and a busy machine keeps it waiting.
	await sql`pragma busy_timeout = 30000`.execute(db);
	return { ctx: contextOf({ db, vault: openVault(folder), log: silentLog, folder }), dialogue };
}

/** Every role in Säffle and in the police area above, and those whose rights do not count. */
export async function addCast(ctx: Context): Promise<Member[]> {
	const wanted: Wanted[] = [
		...roles.map((role) => ({ role, placeCode: own })),
		...roles.map((role) => ({ role, placeCode: above })),
		{ role: 'administrator', owes: 'second-factor' },
		{ role: 'administrator', owes: 'enrol' },
		{ role: 'publisher', owes: 'enrol' },
		{ role: null }
	];
	const members: Member[] = [];
	for (const one of wanted) members.push(await addMember(ctx, one));
	return members;
}

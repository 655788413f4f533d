import { listInvitations } from '#lib/accounts/server/list-invitations.ts';
import {
	placesOfPermission,
	requirePermission,
	requireStaff
} from '#lib/accounts/server/require-permission.ts';
import { dialogueStates, type Dialogue } from '#lib/dialogues/dialogue.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { phaseOf } from '#lib/dialogues/phase.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { listPlanned } from '#lib/dialogues/server/list-planned.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readPlacesBelow } from '#lib/places/server/read-place-path.ts';
import { readPlaceProfile } from '#lib/places/server/read-place-profile.ts';
import { readLedTo } from '#lib/pledges/server/read-led-to.ts';
import { readReleases } from '#lib/results/server/read-releases.ts';
import { listPictureDuties } from '#lib/situation/server/list-picture-duties.ts';
import type { Context } from '#lib/server/context.ts';
import { countDialoguesToRead } from '#lib/texts/server/count-dialogues-to-read.ts';
import { listWalks } from '#lib/walks/server/read-walk.ts';
import { reportBackDue } from '#lib/walks/walk.ts';
import { compareDuties, dutyAheadDays, type Desk, type DeskDialogue, type Duty } from '../duty.ts';
import { pledgeDuties } from './pledge-duties.ts';

interface Stood {
	dialogue: DeskDialogue;
	duties: Duty[];
}

/** The municipality's address is the dialogue's; a place without one has no public page. */
async function shown(ctx: Context, dialogue: Dialogue): Promise<DeskDialogue> {
	const place = await readPlace(ctx, dialogue.placeCode);
	const { code, slug, title, state, opensOn, lastDay } = dialogueView(dialogue, ctx.language);
	const href = place.slug ? `/${place.slug}/dialog/${slug}` : `/d/${code}`;
	const work = state === 'draft' ? null : `/arbete/dialoger/${code}`;
	return { id: dialogue.id, code, title, placeName: place.name, href, work, state, opensOn, lastDay };
}

const soon = (ctx: Context): string =>
	dayOf(new Date(ctx.now().getTime() + dutyAheadDays * 24 * 60 * 60 * 1000));

async function standing(ctx: Context, dialogue: Dialogue): Promise<Stood> {
	const view = await shown(ctx, dialogue);
	const hasRelease = (await readReleases(ctx, dialogue)).length > 0;
	const hasPledge = (await readLedTo(ctx, dialogue.code)).length > 0;
	const { results, pledges } = phaseOf(dialogue, ctx.now(), { hasRelease, hasPledge });
	const about = { about: view.title, placeName: view.placeName };
	const duties: Duty[] = [];
	for (const [what, due] of [
		['results', results],
		['pledges', pledges]
	] as const) {
		if (!due || due.come || (!due.overdue && due.dueOn > soon(ctx))) continue;
		const kind = due.overdue ? (`${what}-overdue` as const) : (`${what}-due` as const);
		duties.push({ kind, ...about, href: `${view.href}/resultat`, dueOn: due.dueOn });
	}
	return { dialogue: view, duties };
}

async function contactDuties(ctx: Context): Promise<Duty[]> {
	const codes = placesOfPermission(ctx, 'settings.edit') ?? [];
	const duties = codes.map(async (code): Promise<Duty[]> => {
		const { contactEmail, contactPhone } = await readPlaceProfile(ctx, code);
		if (contactEmail || contactPhone) return [];
		const { name } = await readPlace(ctx, code);
		return [
			{ kind: 'contact', about: name, placeName: null, href: `/arbete/installningar/${code}`, dueOn: null }
		];
	});
	return (await Promise.all(duties)).flat();
}

async function invitationDuties(ctx: Context): Promise<Duty[]> {
	const codes = placesOfPermission(ctx, 'people.manage') ?? [];
	const open = (await Promise.all(codes.map((code) => listInvitations(ctx, code)))).flat();
	const waiting = new Map(open.map((invitation) => [invitation.id, invitation]));
	return [...waiting.values()].map(({ email, placeCode, placeName, expiresAt }) => ({
		kind: 'invitation',
		about: email,
		placeName,
		href: `/arbete/personer?plats=${placeCode}`,
		dueOn: dayOf(expiresAt)
	}));
}

/** Drafts whose first day comes, or has passed without anybody opening them. */
async function openingDuties(ctx: Context): Promise<Duty[]> {
	const today = dayOf(ctx.now());
	const duties = (await listPlanned(ctx, soon(ctx))).map(
		async ({ draftId, placeCode, title, opensOn }): Promise<Duty> => ({
			kind: opensOn < today ? 'opening-overdue' : 'opening-due',
			about: title,
			placeName: (await readPlace(ctx, placeCode)).name,
			href: `/arbete/enkater/${draftId}/oppna/sammanfattning`,
			dueOn: opensOn
		})
	);
	return Promise.all(duties);
}

/** Walks whose people wait to hear what came of it. */
async function walkDuties(ctx: Context): Promise<Duty[]> {
	const today = dayOf(ctx.now());
	const duties = (await listWalks(ctx)).map(async ({ id, route, placeCode, ...walk }): Promise<Duty[]> => {
		const dueOn = reportBackDue(walk, today);
		if (dueOn === null) return [];
		const kind = dueOn < today ? 'walk-overdue' : 'walk-due';
		const { name: placeName } = await readPlace(ctx, placeCode);
		return [{ kind, about: route, placeName, href: `/arbete/vandringar/${id}`, dueOn }];
	});
	return (await Promise.all(duties)).flat();
}

/** People's own words that wait to be read before anybody else sees them. */
async function textDuties(ctx: Context): Promise<Duty[]> {
	const dialogues = await countDialoguesToRead(ctx);
	if (dialogues === 0) return [];
	return [
		{ kind: 'texts-unread', about: '', dialogues, placeName: null, href: '/arbete/texter', dueOn: null }
	];
}

/**
 * What the signed-in person has to do, what goes on and what is done in their places.
 * @throws AppError `not-found` for anybody not signed in.
 */
export async function readDesk(ctx: Context): Promise<Desk> {
	const { secondFactor } = requireStaff(ctx);
	const codes = placesOfPermission(ctx, 'place.read') ?? [];
	const places = new Set(await readPlacesBelow(ctx, codes));
	const dialogues = (await listDialogues(ctx)).filter(({ placeCode }) => places.has(placeCode));
	const stood = await Promise.all(dialogues.map((dialogue) => standing(ctx, dialogue)));
	const toDo = [
		...stood.flatMap(({ duties }) => duties),
		...(await openingDuties(ctx)),
		...(await pledgeDuties(ctx, soon(ctx))),
		...(await listPictureDuties(ctx)),
		...(await walkDuties(ctx)),
		...(await textDuties(ctx)),
		...(await contactDuties(ctx)),
		...(await invitationDuties(ctx))
	];
	if (!secondFactor)
		toDo.push({ kind: 'second-factor', about: '', placeName: null, href: '/arbete/konto', dueOn: null });
	const inState = (...states: string[]) =>
		stood.map(({ dialogue }) => dialogue).filter(({ state }) => states.includes(state));
	return {
		toDo: toDo.sort(compareDuties),
		ongoing: inState('open', 'scheduled', 'closing'),
		done: inState('closed')
	};
}

/**
 * The dialogues of a place, drafts too, the latest opening first.
 * @throws AppError `not-found` without the permission `place.read` there.
 */
export async function listDeskDialogues(ctx: Context, placeCode: string): Promise<DeskDialogue[]> {
	await requirePermission(ctx, 'place.read', placeCode);
	const dialogues = await listDialogues(ctx, { placeCode, states: dialogueStates });
	return Promise.all(dialogues.map((dialogue) => shown(ctx, dialogue)));
}

import { dayOf, startOfDay } from '../../dialogues/period.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import { approvePledge, signPledge } from '../../pledges/server/approve-pledge.ts';
import { correctPledge, extendPledge } from '../../pledges/server/mend-pledge.ts';
import { publishPledge } from '../../pledges/server/publish-pledge.ts';
import { recordProgress } from '../../pledges/server/record-progress.ts';
import { reportPledge } from '../../pledges/server/report-pledge.ts';
import { saveAgreement, signAgreement } from '../../pledges/server/save-agreement.ts';
import { changePledge, createPledge } from '../../pledges/server/write-pledge.ts';
import type { Pledge } from '../../pledges/pledge.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import { listEvidenceOfAnswer } from '../../situation/server/read-evidence.ts';
import { recordEvidence } from '../../situation/server/record-evidence.ts';
import { listCauses } from '../../situation/server/save-cause.ts';
import { listFocusAreas, saveFocusArea } from '../../situation/server/save-focus-area.ts';
import { examplePledges } from '../pledges-example.ts';
import { focus2017, pledges2017 } from '../pledges-2017.ts';
import type { PledgeEvent, PledgePlay } from '../pledge-play.ts';
import { saffle } from '../places.ts';
import { staffActor } from './staff-actor.ts';
import { setStage, type Stage } from './stage.ts';

const dayMs = 24 * 60 * 60 * 1000;
const titles = {
	police: 'chef för lokalpolisområde Arvika',
	municipality: 'kommunstyrelsens ordförande i Säffle'
} as const;

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
	const result = await outcome;
	if (!result.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(result.problems)}`);
	return result.value;
}

interface Cast {
	stage: Stage;
	police: Context;
	municipality: Context;
	/** What each pledge rests on, by option of the dialogue of 2017. */
	evidence: Map<string, string>;
	/** Ids by name. */
	focusAreas: Map<string, string>;
	/** Ids by what the picture says; empty where there is no picture. */
	causes: Map<string, string>;
}

async function castOf(ctx: Context): Promise<Cast> {
	const stage = setStage(ctx, 'demonstration pledges');
	const as = async (email: string) => ({ ...stage, now: stage.now, actor: await staffActor(ctx, email) });
	return {
		stage,
		police: await as('polis@demonstration.example'),
		municipality: await as('samordnare@demonstration.example'),
		evidence: new Map(),
		focusAreas: new Map(),
		causes: new Map()
	};
}

const statements: Record<string, string> = {
	accessible_police: '60 % av dem som deltog ville ha en mer tillgänglig polis.',
	outdoors: '26 % av dem som deltog ville ha en bättre utemiljö.'
};

/** The picture's own evidence of an answer, where there is a picture; else it is taken now. */
async function takeShare(police: Context, dialogue: Dialogue, optionKey: string): Promise<string> {
	const about = { dialogueCode: dialogue.code, questionKey: 'most_difference', optionKey };
	const [standing] = await listEvidenceOfAnswer(police, about);
	if (standing) return standing.id;
	const statement = statements[optionKey]!;
	return (await must(recordEvidence(police, { kind: 'result', ...about, statement }))).id;
}

/** The two focus areas of 2017 on the shares that were published then. */
async function prepareGrounds(cast: Cast, dialogue: Dialogue): Promise<void> {
	const { police, evidence, focusAreas } = cast;
	cast.stage.moveTo(startOfDay('2017-05-02'));
	for (const optionKey of Object.keys(statements))
		evidence.set(optionKey, await takeShare(police, dialogue, optionKey));
	for (const { id, text } of await listCauses(police, { placeCode: saffle })) cast.causes.set(text, id);
	const standing = await listFocusAreas(police, { placeCode: saffle });
	const keys = { [focus2017.visibility]: 'accessible_police', [focus2017.outdoors]: 'outdoors' };
	for (const [name, optionKey] of Object.entries(keys)) {
		const found = standing.find((area) => area.name === name);
		const area =
			found ??
			(await must(
				saveFocusArea(police, {
					...{ id: null, placeCode: saffle, name, why: statements[optionKey]!, remit: 'both' },
					...{ validFrom: '2017-06-01', validTo: null, causeIds: [] },
					evidenceIds: [evidence.get(optionKey)!]
				})
			));
		focusAreas.set(name, area.id);
	}
}

function happen(
	{ police, municipality }: Cast,
	pledge: Pledge,
	event: PledgeEvent
): Promise<Outcome<unknown>> {
	const pledgeId = pledge.id;
	const given = 'reason' in event && event.reason ? { code: event.reason, text: '' } : null;
	if (event.kind === 'progress') {
		const { activity, day, quantity, place, text } = event;
		const activityId = pledge.activities[activity]!.id;
		return recordProgress(municipality, {
			...{ activityId, day, quantity, place, text, outcome: null, reason: given, photo: null }
		});
	}
	if (event.kind === 'report') {
		const { text, nextReportOn, outcome = null, value = null } = event;
		return reportPledge(municipality, { pledgeId, text, outcome, reason: given, value, nextReportOn });
	}
	const { why } = event;
	if (event.kind === 'correction')
		return correctPledge(police, { pledgeId, field: event.field, after: event.after, why });
	return extendPledge(police, { pledgeId, to: event.to, why, reason: { code: event.reason, text: '' } });
}

async function playPledge(cast: Cast, play: PledgePlay, agreementId: string | null): Promise<void> {
	const { stage, police, municipality } = cast;
	const { publishedOn, example, rests, content, happens } = play;
	stage.moveTo(new Date(startOfDay(publishedOn).getTime() + dayMs / 2));
	const grounds = {
		evidenceIds: [cast.evidence.get(rests.optionKey)!],
		focusAreaId: cast.focusAreas.get(rests.focusArea)!,
		causeId: (rests.cause && cast.causes.get(rests.cause)) ?? null
	};
	const draft = await must(
		createPledge(municipality, { placeCode: saffle, example, content: { ...content, ...grounds } })
	);
	const { id } = draft;
	if (agreementId) await must(changePledge(municipality, { id, revision: 1, parts: {}, agreementId }));
	await must(approvePledge(police, { id, side: 'police' }));
	await must(approvePledge(municipality, { id, side: 'municipality' }));
	for (const side of ['police', 'municipality'] as const)
		await must(signPledge(police, { id, side, title: titles[side], day: publishedOn }));
	const pledge = await must(publishPledge(police, id));
	for (const event of happens) {
		stage.moveTo(new Date(startOfDay(event.day).getTime() + dayMs / 2));
		await must(happen(cast, pledge, event));
	}
}

async function exampleAgreement({ stage, police }: Cast, day: string): Promise<string> {
	stage.moveTo(new Date(startOfDay(day).getTime() + dayMs / 2));
	const id = await must(
		saveAgreement(police, {
			...{ id: null, placeCode: saffle, validFrom: day, validTo: null, revision: 0 },
			title: 'Överenskommelse om samverkan (påhittat exempel)',
			text: 'Polisen och Säffle kommun arbetar tillsammans för att minska brott och öka tryggheten.\n\nVi frågar dem som bor och vistas här minst vartannat år. Vi väger svaren samman med det vi själva ser och med statistik. Vi lovar sådant som går att följa upp, och vi berättar hur det går minst två gånger om året.'
		})
	);
	for (const side of ['police', 'municipality'] as const)
		await must(signAgreement(police, { id, revision: 1, side, title: titles[side], day }));
	return id;
}

/**
 * Fills Säffle's pledges: those of 2017 as they were published, and a made-up second period with a pledge in every
 * state. They are written, approved, signed and followed up by the normal use cases, on a clock that is moved to now.
 */
export async function fillPledges(ctx: Context, dialogue: Dialogue): Promise<number> {
	const cast = await castOf(ctx);
	const now = ctx.now();
	const dayFromNow = (days: number) => dayOf(new Date(now.getTime() + days * dayMs));
	await prepareGrounds(cast, dialogue);
	for (const play of pledges2017) await playPledge(cast, play, null);
	const agreementId = await exampleAgreement(cast, dayFromNow(-179));
	const examples = examplePledges(dayFromNow);
	for (const play of examples) await playPledge(cast, play, agreementId);
	return pledges2017.length + examples.length;
}

import type { Transaction } from 'kysely';
import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import type { Context } from '#lib/server/context.ts';
import type { Database } from '#lib/server/db/database.ts';
import { randomId } from '#lib/server/random.ts';
import type { Agenda } from '../agenda.ts';
import type { Meeting } from '../meeting.ts';
import type { Step, StepContent } from '../step.ts';
import { insertNewMeeting } from './create-meeting.ts';
import { readAgenda } from './read-agenda.ts';
import { insertStep } from './step-store.ts';

/** How long a rehearsal lasts at most. */
const lengthMilliseconds = 12 * 60 * 60 * 1000;

/** A review looks back at the copies of the steps that it looked back at. */
function copied(content: StepContent, idOf: ReadonlyMap<string, string>): StepContent {
	if (content.kind !== 'review') return content;
	const sources = content.sources.map((source) =>
		source.from === 'step' ? { ...source, stepId: idOf.get(source.stepId) ?? source.stepId } : source
	);
	return { ...content, sources };
}

async function copySteps(
	trx: Transaction<Database>,
	ctx: Pick<Context, 'random'>,
	{ steps, meetingId }: { steps: readonly Step[]; meetingId: string }
): Promise<void> {
	const idOf = new Map(steps.map(({ id }) => [id, randomId(ctx.random)]));
	for (const { id, content, position } of steps)
		await insertStep(trx, {
			...{ id: idOf.get(id)!, meetingId, position, content: copied(content, idOf) },
			...{ state: 'waiting', display: 'hidden', pinnedSeq: null, dialogueId: null, stopsAt: null }
		});
}

const copyOf = (
	ctx: Pick<Context, 'random' | 'now'>,
	{ meeting }: Agenda
): Omit<Meeting, 'code' | 'slug'> => ({
	...{ placeCode: meeting.placeCode, title: meeting.title, form: meeting.form, venue: meeting.venue },
	...{ dialogueId: meeting.dialogueId, about: meeting.about, languages: meeting.languages },
	...{ secondLanguage: meeting.secondLanguage, colours: meeting.colours, leastShown: meeting.leastShown },
	...{ id: randomId(ctx.random), state: 'planned', rehearsal: true, announced: false },
	...{ currentStepId: null, blank: false, revision: 0, startedAt: null, endedAt: null, reportedAt: null },
	startsAt: ctx.now(),
	endsAt: new Date(ctx.now().getTime() + lengthMilliseconds)
});

/**
 * Makes a rehearsal of a meeting: a copy of its agenda with a code of its own. It joins no dialogue, every screen says
 * what it is, nothing of it is ever counted, and it is removed after its end, at the latest after a day.
 * @throws AppError `not-found` without `meeting.lead` in the meeting's place
 */
export async function rehearseMeeting(ctx: Context, meetingId: string): Promise<Meeting> {
	const agenda = await readAgenda(ctx, meetingId);
	await requirePermission(ctx, 'meeting.lead', agenda.meeting.placeCode);
	return ctx.db.transaction().execute(async (trx) => {
		const meeting = await insertNewMeeting(trx, ctx, { meeting: copyOf(ctx, agenda), rehearses: meetingId });
		await copySteps(trx, ctx, { steps: agenda.steps, meetingId: meeting.id });
		await recordEvent(trx, ctx, {
			action: 'meeting.created',
			placeCode: meeting.placeCode,
			subject: `meeting:${meeting.id}`,
			after: { title: meeting.title.sv, rehearsal: true }
		});
		return meeting;
	});
}

import type { Meeting } from '#lib/meetings/meeting.ts';
import type { StepContent } from '#lib/meetings/step.ts';
import type { RemoteCommand } from '#lib/meetings/commands.ts';
import { createMeeting } from '#lib/meetings/server/create-meeting.ts';
import { readAgenda } from '#lib/meetings/server/read-agenda.ts';
import { saveAgenda } from '#lib/meetings/server/save-agenda.ts';
import { steerMeeting } from '#lib/meetings/server/steer-meeting.ts';
import type { MeetingDetails } from '#lib/meetings/new-meeting.ts';
import type { Context } from '#lib/server/context.ts';
import { lighting, mustBeOk, priority, words } from './builders.ts';

/** What a test's meeting is like unless told otherwise: this evening, in a hall in Säffle. */
export const meetingDetails = (ctx: Pick<Context, 'now'>): MeetingDetails => ({
	title: { sv: 'Dialogmöte i Säffle', en: 'Dialogue meeting in Säffle' },
	form: 'hall',
	dialogueId: null,
	startsAt: ctx.now(),
	endsAt: new Date(ctx.now().getTime() + 2 * 60 * 60 * 1000),
	venue: 'Medborgarhuset',
	about: null,
	languages: ['sv', 'en'],
	secondLanguage: null,
	colours: 'light',
	leastShown: 5,
	announced: true
});

/** A choice, a ranking, hands, a wall and a pause. */
export const usualSteps: StepContent[] = [
	{ kind: 'question', question: lighting, joins: false },
	{ kind: 'priority', question: priority, joins: false },
	{
		kind: 'tally',
		method: 'hands',
		text: { sv: 'Hur många bor i Säffle?' },
		options: [
			{ key: 'here', text: { sv: 'Bor här' } },
			{ key: 'elsewhere', text: { sv: 'Bor inte här' } }
		]
	},
	{ kind: 'wall', question: words, joins: false },
	{ kind: 'pause', text: { sv: 'Fika' }, minutes: 10 }
];

/** A planned meeting with these steps. */
export async function planMeeting(
	ctx: Context,
	{ placeCode = '1785', ...details }: Partial<MeetingDetails> & { placeCode?: string } = {},
	steps: readonly StepContent[] = usualSteps
): Promise<Meeting> {
	const meeting = await mustBeOk(
		createMeeting(ctx, { placeCode, details: { ...meetingDetails(ctx), ...details } })
	);
	for (const content of steps)
		await mustBeOk(saveAgenda(ctx, { meetingId: meeting.id, change: { do: 'add', content } }));
	return (await readAgenda(ctx, meeting.id)).meeting;
}

/** Carries commands out that are expected to succeed; a number opens the step of that position. */
export async function steerThrough(
	ctx: Context,
	{ id }: Pick<Meeting, 'id'>,
	...commands: (RemoteCommand | RemoteCommand['do'] | number)[]
): Promise<void> {
	for (const one of commands) {
		const { steps } = await readAgenda(ctx, id);
		const command = (
			typeof one === 'number'
				? { do: 'go', stepId: steps[one]!.id }
				: typeof one === 'string'
					? { do: one }
					: one
		) as RemoteCommand;
		await mustBeOk(steerMeeting(ctx, { meetingId: id, command }));
	}
}

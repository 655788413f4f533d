import { inLanguage } from '#lib/i18n/languages.ts';
import { listReadyQuestions } from '#lib/meetings/server/find-addition.ts';
import type { Device } from '#lib/meetings/server/read-device.ts';
import { readRemoteState } from '#lib/meetings/server/read-remote-state.ts';
import { readTallies } from '#lib/meetings/server/read-tallies.ts';
import { maySimulate } from '#lib/meetings/server/simulate-participants.ts';
import type { Context } from '#lib/server/context.ts';

/** The questions that can be added and are not in the meeting yet. */
async function readQuestions(ctx: Context, { agenda }: Device) {
	const asked = new Set(
		agenda.steps.flatMap(({ content }) => ('question' in content ? content.question.key : []))
	);
	const ready = await listReadyQuestions(ctx, agenda.meeting);
	return ready
		.filter(({ question }) => !asked.has(question.key))
		.map(({ question }) => ({ key: question.key, text: inLanguage(question.text, ctx.language) }));
}

/** What the remote's page shows besides the state that it follows; nothing of it while the remote is shut. */
export async function readRemotePage(ctx: Context, device: Device) {
	const acting = { ...ctx, actor: device.actor };
	const isShut = device.locked || device.takenOver;
	const { meeting } = device.agenda;
	return {
		state: await readRemoteState(acting, device, ctx.language),
		servedAt: ctx.now().getTime(),
		hasPin: device.pinHash !== null,
		maySimulate: maySimulate(meeting),
		meetingId: meeting.id,
		questions: isShut ? [] : await readQuestions(acting, device),
		counts: isShut ? [] : await readTallies(acting, device.agenda)
	};
}

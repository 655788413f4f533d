import type { Dialogue } from '../../dialogues/dialogue.ts';
import type { Context } from '../../server/context.ts';
import type { DeskText } from '../../texts/desk.ts';
import { decideText } from '../../texts/server/decide-text.ts';
import { readModerationDesk } from '../../texts/server/read-moderation-desk.ts';
import { releaseTexts } from '../../texts/server/release-texts.ts';
import { must } from './must.ts';
import { setStage } from './stage.ts';
import { staffActor } from './staff-actor.ts';

/** Everything that was found in a text is masked; a text with nothing to mask is accepted as it is. */
const decisionOn = ({ id: textId, findings }: DeskText) => {
	const found = findings.map(({ stretch }) => stretch);
	const how = { do: found.length > 0 ? 'mask' : 'accept', mask: found, seen: found };
	return { ...how, textId, hand: '', handKind: 'other', reason: null, themes: [] };
};

/** Reads every text of a dialogue that nobody has read yet, as the municipality's coordinator does, and releases them. */
export async function readTexts(ctx: Context, { id: dialogueId }: Dialogue): Promise<void> {
	const actor = await staffActor(ctx, 'samordnare@demonstration.example');
	const reader: Context = { ...setStage(ctx, 'demonstration texts'), actor };
	const unread = async () => (await readModerationDesk(reader, { dialogueId })).batch;
	for (let batch = await unread(); batch.length > 0; batch = await unread())
		for (const text of batch) must(await decideText(reader, { dialogueId, form: decisionOn(text) }));
	await releaseTexts(reader, { dialogueId });
}

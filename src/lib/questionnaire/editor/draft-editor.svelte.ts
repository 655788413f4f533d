import type { SubmitFunction } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { DraftChange } from '../draft-change.ts';
import type { DraftContent } from '../draft.ts';
import {
	beginSession,
	shownContent,
	withAllSent,
	withAnswer,
	withChange,
	withChoice,
	withNothingSent,
	withWriting,
	type DraftSession,
	type Left,
	type Writing
} from './draft-session.ts';
import { askPresence, isRepeatable, sendChanges, type SentDraft } from './draft-post.ts';
import { moveChange } from './form-changes.ts';
import { whilePageLives } from './page-life.ts';
import { SaveClock } from './save-clock.ts';

/** Where what has been written is: stored, about to be sent, on its way, or why it cannot get there. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'signed-out' | 'gone';

const presenceEveryMs = 10_000;

/** A draft that one person is editing: what they see, and how it gets to the server. */
export class DraftEditor {
	/** Who else is in the draft. */
	others = $state.raw<string[]>([]);
	status = $state<SaveStatus>('saved');
	/** Whether something could not be done at all, such as one question too many. */
	failed = $state(false);
	/** What has just been done, for those who do not see it. */
	said = $state('');
	#session: DraftSession;
	#draft: SentDraft;
	readonly content = $derived.by(() => shownContent(this.#session));
	readonly conflicts = $derived.by(() => this.#session.conflicts);
	readonly #address: string;
	readonly #clock = new SaveClock(() => void this.save());

	/** @param address of the draft's pages in the reader's language, without a slash at the end */
	constructor(draft: SentDraft, address: string, left: Left = {}) {
		const begun = { ...beginSession(draft.content), conflicts: left.conflicts ?? [] };
		this.#session = $state.raw(left.written ? withWriting(begun, left.written) : begun);
		this.#draft = $state.raw(draft);
		this.#address = address;
	}

	/** The draft as the server has it. */
	get stored(): DraftContent {
		return this.#session.stored;
	}

	/** When it was changed last, ISO 8601. */
	get savedAt(): string {
		return this.#draft.changedAt;
	}

	/** Whether something would be lost if the page was closed now. */
	get hasUnsaved(): boolean {
		return this.#session.waiting.length > 0 || this.#session.conflicts.length > 0;
	}

	/** Writes in a part of the draft; it is sent when the person pauses, and every other second while they do not. */
	write(writing: Writing): void {
		this.#later(withWriting(this.#session, writing));
	}

	/** Makes a change that is not writing, such as moving a question; it is sent at once. */
	change(change: DraftChange): void {
		this.#later(withChange(this.#session, change));
		void this.save();
	}

	/** Moves a question one step, and says where it is now. */
	move(key: string, by: -1 | 1): void {
		const move = moveChange(this.content, key, by);
		if (!move) return;
		this.change(move);
		this.said = m.workshop_moved({ number: move.index + 1, total: this.content.questions.length });
	}

	/** Chooses between two people's words. */
	choose(at: string, text: string): void {
		this.#later(withChoice(this.#session, { at }, text));
		this.said = m.workshop_conflict_solved();
		void this.save();
	}

	/** Takes a draft that the page was given, unless it knows a later one. */
	accept(draft: SentDraft): void {
		if (draft.id !== this.#draft.id || draft.revision <= this.#draft.revision) return;
		this.#draft = draft;
		const { content, changedBy: by } = draft;
		this.#session = withAnswer(this.#session, { content, made: 0, conflicts: [], by });
	}

	/** Sends what waits. @returns when everything that waited at that time is stored, or cannot be */
	async save(): Promise<void> {
		if (this.#session.sent > 0 || this.#session.waiting.length === 0) return;
		await this.#send();
		const { waiting, sent } = this.#session;
		if (this.status === 'saved' && waiting.length > sent) await this.save();
	}

	/** For `enhance`: sends a form without leaving the page, after everything that has been written is saved. */
	saveFirst: SubmitFunction = async () => {
		await this.save();
		return async ({ result, update }) => {
			if (result.type === 'error') this.status = 'offline';
			else await update({ reset: false });
		};
	};

	/** Sends everything now, also what is on its way, since nobody may be here to send it again. */
	leave(): void {
		const { waiting, sent } = this.#session;
		if (waiting.length <= sent) return;
		const again = waiting.slice(0, sent).filter(isRepeatable);
		void sendChanges(this.#address, [...again, ...waiting.slice(sent)]);
	}

	/** Keeps in touch with the server while the page is open; for `$effect`. @returns what ends it */
	connect(): () => void {
		const presence = setInterval(() => void this.#meet(), presenceEveryMs);
		const end = whilePageLives({
			leave: () => this.leave(),
			online: () => void this.save(),
			isUnsafe: () => this.hasUnsaved && this.status !== 'unsaved' && this.status !== 'saving'
		});
		void this.#meet();
		return () => {
			clearInterval(presence);
			this.#clock.stop();
			this.leave();
			end();
		};
	}

	#later(session: DraftSession): void {
		this.#session = session;
		if (session.waiting.length === 0) return;
		if (this.status === 'saved') this.status = 'unsaved';
		this.#clock.wrote();
	}

	async #send(): Promise<void> {
		this.#clock.stop();
		this.#session = withAllSent(this.#session);
		const sent = this.#session.waiting;
		this.status = 'saving';
		const posted = await sendChanges(this.#address, sent);
		if (posted.kind !== 'answered') {
			this.#session = withNothingSent(this.#session);
			this.status = posted.kind;
			return this.#clock.failed();
		}
		const { draft, conflicts, problems, by } = posted.value;
		const met = conflicts.map(({ change, ...conflict }) => ({ ...conflict, change: sent[change]!, by }));
		if (draft.revision >= this.#draft.revision) this.#draft = draft;
		const { content } = this.#draft;
		this.#session = withAnswer(this.#session, { content, made: sent.length, conflicts: met, by });
		this.status = 'saved';
		if (problems.length > 0) this.failed = true;
		this.#clock.succeeded();
	}

	async #meet(): Promise<void> {
		if (document.visibilityState === 'hidden') return;
		const { revision } = this.#draft;
		const posted = await askPresence(this.#address, revision);
		if (posted.kind !== 'answered') return;
		this.others = posted.value.editors;
		if (posted.value.draft && this.#session.sent === 0) this.accept(posted.value.draft);
	}
}

import { createTransport } from 'nodemailer';
import type { Context } from './context.ts';

/** A letter in plain text. */
export interface Letter {
	to: string;
	subject: string;
	text: string;
}

/** Sends letters. */
export interface Mail {
	/** @throws when the mail server cannot be reached or refuses the letter. */
	send: (letter: Letter) => Promise<void>;
}

/** Whether the installation can send mail: `SMTP_URL` is set. */
export const canSendMail = (env: NodeJS.ProcessEnv = process.env): boolean => Boolean(env.SMTP_URL);

/**
 * The way out for mail: `SMTP_URL` (`smtps://user:password@host` or `smtp://host:587`) and the sender `MAIL_FROM`.
 * @returns null where no mail server is configured; links are then shown to copy.
 */
export function openMail(env: NodeJS.ProcessEnv = process.env): Mail | null {
	const { SMTP_URL, MAIL_FROM = 'Lyhörd <noreply@localhost>' } = env;
	if (!SMTP_URL) return null;
	const transport = createTransport({
		url: SMTP_URL,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 20_000,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	return {
		send: async ({ to, subject, text }) => {
			await transport.sendMail({ from: MAIL_FROM, to: { name: '', address: to }, subject, text });
		}
	};
}

/**
 * Sends a letter when there is a way, and never fails: what the letter says must be reachable in another way.
 * @returns whether the mail server took it.
 */
export async function trySend(ctx: Pick<Context, 'log'>, letter: Letter): Promise<boolean> {
	const mail = openMail();
	if (!mail) return false;
	try {
		await mail.send(letter);
		return true;
	} catch (error) {
		const { code, responseCode } = error as { code?: string; responseCode?: number };
		ctx.log.warn({ code, responseCode }, 'a letter could not be sent');
		return false;
	}
}

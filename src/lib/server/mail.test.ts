import { afterEach, expect, test, vi } from 'vitest';
import { startMailServer } from '#tests/support/mail-server.ts';
import { silentLog } from './log.ts';
import { canSendMail, openMail, trySend } from './mail.ts';

const letter = { to: 'kim@example.se', subject: 'Inbjudan till Lyhörd', text: 'Hej!\n\nÖppna länken.' };

afterEach(() => vi.unstubAllEnvs());

test('without a mail server nothing is sent, and that is said', async () => {
	vi.stubEnv('SMTP_URL', '');
	expect(canSendMail()).toBe(false);
	expect(openMail()).toBeNull();
	expect(await trySend({ log: silentLog }, letter)).toBe(false);
});

test('a letter reaches the mail server as it was written', async () => {
	const letters = await startMailServer();
	vi.stubEnv('MAIL_FROM', 'Lyhörd Säffle <svara-inte@saffle.example>');
	expect(await trySend({ log: silentLog }, letter)).toBe(true);
	expect(letters).toMatchObject([{ to: ['kim@example.se'] }]);
	expect(letters[0]!.from).toContain('svara-inte@saffle.example');
	expect(letters[0]!.data).toContain('Öppna länken.');
});

test('line breaks in a subject or an address make no new headers and no new recipients', async () => {
	const letters = await startMailServer();
	await trySend({ log: silentLog }, { ...letter, subject: 'Hej\r\nBcc: other@example.se' });
	expect(letters[0]!.to).toEqual(['kim@example.se']);
	expect(letters[0]!.data).not.toMatch(/^Bcc:/m);
	await trySend({ log: silentLog }, { ...letter, to: 'kim@example.se>\r\nRCPT TO:<other@example.se' });
	expect(letters.flatMap(({ to }) => to)).not.toContain('other@example.se');
});

test('a letter that is refused is no failure, and the log does not say to whom it was', async () => {
	await startMailServer({ refuses: true });
	const lines: unknown[] = [];
	const log = { ...silentLog, warn: (...line: unknown[]) => void lines.push(line) };
	expect(await trySend({ log }, letter)).toBe(false);
	expect(lines).toHaveLength(1);
	expect(JSON.stringify(lines)).not.toContain('kim@');
});

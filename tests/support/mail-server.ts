import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, vi } from 'vitest';

/** A letter as a mail server got it. */
export interface ReceivedLetter {
	from: string;
	to: string[];
	/** Header and body, quoted-printable undone. */
	data: string;
}

const decoded = (data: string): string =>
	Buffer.from(
		data
			.replace(/=\r\n/g, '')
			.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
		'latin1'
	).toString('utf8');

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
	vi.unstubAllEnvs();
	for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** Speaks just enough SMTP to take letters, or to refuse every recipient. */
function converse(socket: Socket, letters: ReceivedLetter[], refuses: boolean): void {
	let letter: ReceivedLetter = { from: '', to: [], data: '' };
	let inData = false;
	let pending = '';
	const say = (line: string) => socket.write(`${line}\r\n`);
	const take = (line: string) => {
		if (inData && line === '.') {
			inData = false;
			letters.push({ ...letter, data: decoded(letter.data) });
			letter = { from: '', to: [], data: '' };
			return say('250 taken');
		}
		if (inData) return void (letter.data += `${line}\r\n`);
		if (/^MAIL FROM/i.test(line)) letter.from = line.slice(10);
		if (/^RCPT TO/i.test(line) && refuses) return say('550 no such mailbox');
		if (/^RCPT TO/i.test(line)) letter.to.push(/<(.*)>/.exec(line)![1]!);
		if (/^DATA/i.test(line)) inData = true;
		if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n');
		return say(inData ? '354 go on' : '250 ok');
	};
	say('220 test');
	socket.on('error', () => undefined);
	socket.on('data', (chunk) => {
		const lines = (pending + chunk.toString('latin1')).split('\r\n');
		pending = lines.pop()!;
		for (const line of lines) take(line);
	});
}

/** Starts a mail server on this machine and points `SMTP_URL` at it until the test ends. */
export async function startMailServer({ refuses = false } = {}): Promise<ReceivedLetter[]> {
	const letters: ReceivedLetter[] = [];
	const server = createServer((socket) => converse(socket, letters, refuses));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	cleanups.push(() => new Promise((resolve) => server.close(() => resolve())));
	vi.stubEnv('SMTP_URL', `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
	return letters;
}

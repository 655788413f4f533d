// Sends answer sheets over raw keep-alive sockets, one at a time per connection, and prints what it measured as JSON.
// node tests/bench/load.ts <port> <path> <seconds> <version>
import { connect } from 'node:net';
import { eightAnswers } from '#tests/support/eight-questions.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';

const [port = '', path = '/', seconds = '3', version = '1'] = process.argv.slice(2);
const connections = 64;
/** Homes that the answers come from, as a proxy in front of the server names them. */
const homes = 4096;

export interface Measured {
	/** Acknowledged answers a second. */
	rate: number;
	/** Milliseconds. */
	p50: number;
	p99: number;
	refused: number;
	/** Acknowledged answers in all. */
	accepted: number;
}

const waits: number[] = [];
let refused = 0;

function nextRequest(): string {
	const body = JSON.stringify({
		key: randomId(secureRandom),
		version: Number(version),
		language: 'sv',
		channel: 'web',
		answers: eightAnswers(secureRandom)
	});
	const home = secureRandom.integer(0, homes - 1);
	const address = `10.1.${home >> 8}.${home & 255}`;
	return `POST ${path} HTTP/1.1\r\nhost: localhost:${port}\r\nx-forwarded-for: ${address}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Tells whether the text holds a whole answer, by its length or its last chunk. */
function isWhole(text: string): boolean {
	const end = text.indexOf('\r\n\r\n');
	if (end < 0) return false;
	const length = /\r\ncontent-length: (\d+)/i.exec(text);
	return length ? text.length >= end + 4 + Number(length[1]) : text.endsWith('\r\n0\r\n\r\n');
}

/** One sender; ends when the time is up and its last answer has come. */
function send(until: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true });
		let received = '';
		let sentAt = 0;
		const sendNext = () => {
			received = '';
			sentAt = performance.now();
			socket.write(nextRequest());
		};
		socket.setEncoding('latin1');
		socket.on('connect', sendNext);
		socket.on('error', reject);
		socket.on('data', (chunk: string) => {
			received += chunk;
			if (!isWhole(received)) return;
			if (received.startsWith('HTTP/1.1 201')) waits.push(performance.now() - sentAt);
			else refused++;
			if (performance.now() < until) return sendNext();
			socket.destroy();
			resolve();
		});
	});
}

const began = performance.now();
await Promise.all(Array.from({ length: connections }, () => send(began + Number(seconds) * 1000)));
const elapsed = (performance.now() - began) / 1000;
waits.sort((a, b) => a - b);
const quantile = (part: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? NaN;
const measured: Measured = {
	rate: waits.length / elapsed,
	p50: quantile(0.5),
	p99: quantile(0.99),
	refused,
	accepted: waits.length
};
console.log(JSON.stringify(measured));

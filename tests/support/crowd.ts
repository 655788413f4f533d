import { randomId, secureRandom } from '#lib/server/random.ts';
import { eightAnswers } from './eight-questions.ts';

/** A body for the open interface: a new key and an answer to each of the eight questions. */
export const newSubmission = (version: number) => ({
	key: randomId(secureRandom),
	version,
	language: 'sv',
	channel: 'web',
	answers: eightAnswers(secureRandom)
});

/** Sends a body to the answers endpoint of the open interface. */
export const submit = (
	address: string,
	body: object,
	headers: Record<string, string> = {}
): Promise<Response> =>
	fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body)
	});

/** Runs `work` for every number below `times`, so many at a time, and returns what came of each. */
export async function manyAtATime<T>(
	times: number,
	atATime: number,
	work: (number: number) => Promise<T>
): Promise<T[]> {
	const results: T[] = [];
	let next = 0;
	const worker = async () => {
		for (let number = next++; number < times; number = next++) results[number] = await work(number);
	};
	await Promise.all(Array.from({ length: atATime }, worker));
	return results;
}

/** The hidden fields of the answering page, and an answer to each of its eight questions. */
export async function openForm(address: string): Promise<URLSearchParams> {
	const html = await (await fetch(address)).text();
	const hidden = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
		/name="([^"]*)"/.exec(tag)?.[1] ?? '',
		/value="([^"]*)"/.exec(tag)?.[1] ?? ''
	]);
	const answers = Object.entries(eightAnswers(secureRandom)).map(([key, option]) => [`q.${key}`, option]);
	return new URLSearchParams([...hidden, ...answers, ['website', '']]);
}

/** Sends the form of the answering page as a browser does. */
export const sendForm = (
	address: string,
	form: URLSearchParams,
	headers: Record<string, string> = {}
): Promise<Response> =>
	fetch(address, {
		method: 'POST',
		headers: { origin: new URL(address).origin, accept: 'text/html', ...headers },
		body: form,
		redirect: 'manual'
	});

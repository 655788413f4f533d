import { AppError } from './app-error.ts';

/**
 * The request's body as text, read no further than `limit` bytes.
 * @throws AppError `too-large`.
 */
export async function readBody(request: Request, limit: number): Promise<string> {
	if (Number(request.headers.get('content-length') ?? 0) > limit) throw new AppError('too-large');
	if (!request.body) return '';
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
		size += part.byteLength;
		if (size > limit) throw new AppError('too-large');
		parts.push(part);
	}
	return new TextDecoder().decode(Buffer.concat(parts));
}

/**
 * A browser keeps at most six connections to a server that speaks HTTP/1.1, for all its tabs together. Four may stay
 * open as streams, so that pages and questions still get through.
 */
const slots = ['lyhord-stream-1', 'lyhord-stream-2', 'lyhord-stream-3', 'lyhord-stream-4'];

/** Takes the lock when nobody has it, and keeps it until the function that comes back is called. */
const takeLock = (name: string): Promise<(() => void) | undefined> =>
	new Promise((resolve) => {
		navigator.locks
			.request(name, { ifAvailable: true }, (lock) => {
				if (lock) return new Promise<void>((release) => resolve(release));
				resolve(undefined);
			})
			.catch(() => resolve(undefined));
	});

/**
 * Takes one of the few places for an open stream that all tabs of a browser share. Where tabs cannot agree, every one
 * may stream.
 * @returns gives the place back; undefined when all are taken
 */
export async function takeStreamSlot(): Promise<(() => void) | undefined> {
	if (!('locks' in navigator)) return () => undefined;
	for (const name of slots) {
		const release = await takeLock(name);
		if (release) return release;
	}
	return undefined;
}

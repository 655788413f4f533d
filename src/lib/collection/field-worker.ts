import { keptPages } from './field/kept-pages.ts';

/** What a worker has that a page has not; the library of pages knows no workers. */
interface Worker {
	skipWaiting: () => Promise<void>;
	clients: { claim: () => Promise<void> };
	addEventListener: (name: string, listener: (event: WorkerEvent) => void) => void;
}
interface WorkerEvent {
	waitUntil: (work: Promise<unknown>) => void;
	respondWith: (response: Promise<Response>) => void;
	request: Request;
}

const worker = self as unknown as Worker;
/** A network that says nothing for this long is none. */
const patienceMs = 4000;

/** The collector's own page, not the questionnaire behind it. */
const isDevicePage = ({ pathname }: URL): boolean => /^\/(en\/)?falt\/[\w-]{22}\/?$/.test(pathname);
const isLasting = ({ pathname }: URL): boolean =>
	pathname.startsWith('/_app/immutable/') || pathname === '/favicon.svg';

/** The page as it is now, else as it was; a link that has been ended takes the kept page along. */
async function freshPage(request: Request): Promise<Response> {
	const cache = await caches.open(keptPages);
	const { pathname, search } = new URL(request.url);
	try {
		const response = await fetch(request, { signal: AbortSignal.timeout(patienceMs) });
		if (response.ok && search === '') await cache.put(pathname, response.clone());
		else if (response.status === 404) await cache.delete(pathname);
		return response;
	} catch (error) {
		const kept = await cache.match(pathname);
		if (kept) return kept;
		throw error;
	}
}

const keptFile = async (request: Request): Promise<Response> =>
	(await (await caches.open(keptPages)).match(request.url)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin) return;
	if (request.mode === 'navigate' && isDevicePage(url)) event.respondWith(freshPage(request));
	else if (isLasting(url)) event.respondWith(keptFile(request));
});

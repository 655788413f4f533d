/** Name of the browser's cache that holds a collector's page; the page fills it, its worker reads it. */
export const keptPages = 'falt';

const isFile = (address: string): boolean => new URL(address).pathname.startsWith('/_app/immutable/');

/**
 * Lets this page open without a network: registers the worker, and keeps the page with all that it is drawn with.
 * @returns whether it does; not on plain http, nor where the browser forbids it
 */
export async function keepPage(): Promise<boolean> {
	if (!('serviceWorker' in navigator)) return false;
	const folder = location.pathname.slice(0, location.pathname.indexOf('/falt/'));
	await navigator.serviceWorker.register(`${folder}/falt/sw.js`);
	await navigator.serviceWorker.ready;
	const cache = await caches.open(keptPages);
	const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
	const files = loaded.filter((name) => new URL(name).origin === location.origin && isFile(name));
	await cache.addAll([...new Set([new URL(location.pathname, location.href).href, ...files])]);
	for (const { url } of await cache.keys()) if (isFile(url) && !files.includes(url)) await cache.delete(url);
	return true;
}

import script from '#lib/collection/field-worker.ts?script';
import type { RequestHandler } from './$types';

/**
 * The worker that lets a collector's page open without a network. Only pages under `/falt/` can have it: a worker serves
 * the folder that it comes from, and only those pages' policy lets them have one.
 */
export const GET: RequestHandler = () =>
	new Response(`importScripts(${JSON.stringify(script)});`, {
		headers: {
			'content-type': 'text/javascript; charset=utf-8',
			'cache-control': 'no-cache',
			'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'"
		}
	});

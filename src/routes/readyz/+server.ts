import { sql } from 'kysely';
import type { RequestHandler } from '@sveltejs/kit';

/** The process can reach its database. */
export const GET: RequestHandler = async ({ locals }) => {
	const headers = { 'cache-control': 'no-store' };
	try {
		await sql`select 1`.execute(locals.db);
		return new Response('ready\n', { headers });
	} catch {
		return new Response('the database does not answer\n', { status: 503, headers });
	}
};

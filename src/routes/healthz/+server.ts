/** The process runs. */
export const GET = () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } });

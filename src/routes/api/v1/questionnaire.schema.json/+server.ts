import { exchangeJsonSchema } from '#lib/questionnaire/exchange/json-schema.ts';
import { publicJson } from '#lib/server/json-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request }) => publicJson(request, exchangeJsonSchema);

import { publicJson } from '#lib/server/json-response.ts';
import { openApiDocument } from './document.ts';

export const GET = ({ request }) => publicJson(request, openApiDocument);

import { does, may, seen, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';

const list = ({ placeCode }: Target) => `/arbete/statistik?plats=${placeCode}`;
const file = ({ importId }: Target) => `/arbete/statistik/importera/${importId}`;
const series = ({ seriesId }: Target) => `/arbete/statistik/${seriesId}`;
const change = (path: (target: Target) => string, gives: number, form: Record<string, string> = {}) =>
	does('situation.edit', path, { gives, form: () => form });

/** Who may use the routes of statistics. */
export const statisticsDecisions: Record<string, Decision> = {
	'GET /[kommun=municipality]/statistik/[id]': seen(({ seriesId }) => `/saffle/statistik/${seriesId}`),
	'GET /arbete/dialoger/[code]/vilka': may(
		'results.read',
		({ dialogueCode }) => `/arbete/dialoger/${dialogueCode}/vilka`
	),
	'GET /arbete/statistik': may('situation.edit', list),
	'POST /arbete/statistik?/upload': change((target) => `${list(target)}&/upload`, 422),
	'GET /arbete/statistik/[id]': may('situation.edit', series),
	'POST /arbete/statistik/[id]?/share': change((target) => `${series(target)}?/share`, 303, { public: '1' }),
	'POST /arbete/statistik/[id]?/remove': change((target) => `${series(target)}?/remove`, 303),
	'GET /arbete/statistik/importera/[id]': may('situation.edit', file),
	'GET /arbete/statistik/importera/[id]/lage': may('situation.edit', (target) => `${file(target)}/lage`),
	'POST /arbete/statistik/importera/[id]?/change': change((target) => `${file(target)}?/change`, 422),
	'POST /arbete/statistik/importera/[id]?/confirm': change((target) => `${file(target)}?/confirm`, 422),
	'POST /arbete/statistik/importera/[id]?/discard': change((target) => `${file(target)}?/discard`, 303)
};

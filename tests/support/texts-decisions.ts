import { does, may, seen, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';

const desk = ({ dialogueCode }: Target) => `/arbete/texter/${dialogueCode}`;
const moderates = (action: string, gives: number, form: Record<string, string> = {}): Decision =>
	does('texts.moderate', (target) => `${desk(target)}?/${action}`, { gives, form: () => form });

/** The decision about every route of the desk where free text is read, and of what everybody may read. */
export const textsDecisions: Record<string, Decision> = {
	'GET /[kommun=municipality]/dialog/[slug]/resultat/texter': seen(
		({ slug }) => `/saffle/dialog/${slug}/resultat/texter`
	),
	'GET /arbete/texter': may('texts.read', ({ placeCode }) => `/arbete/texter?plats=${placeCode}`),
	'GET /arbete/texter/[code]': may('texts.read', desk),
	'POST /arbete/texter/[code]?/decide': moderates('decide', 422),
	'POST /arbete/texter/[code]?/undo': moderates('undo', 404, { textId: 'x' }),
	'POST /arbete/texter/[code]?/release': moderates('release', 303),
	'POST /arbete/texter/[code]?/hide': moderates('hide', 404, { textId: 'x', hidden: '1' }),
	'POST /arbete/texter/[code]?/sort': moderates('sort', 404, { textId: 'x' }),
	'POST /arbete/texter/[code]?/theme': moderates('theme', 422),
	'POST /arbete/texter/[code]?/removeTheme': moderates('removeTheme', 404, { id: 'x' })
};

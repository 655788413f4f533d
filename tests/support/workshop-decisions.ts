import { does, may, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';

const asked = ({ dialogueCode }: Target) => `/arbete/dialoger/${dialogueCode}`;
const importing = ({ placeCode }: Target) => `/arbete/enkater/importera?plats=${placeCode}`;
const gallery = ({ placeCode }: Target) => `/arbete/enkater?plats=${placeCode}`;
const draft = ({ draftId }: Target) => `/arbete/enkater/${draftId}`;
const check = (target: Target) => `${draft(target)}/kontroll`;
const opening = (target: Target) => `${draft(target)}/oppna`;
const summary = (target: Target) => `${opening(target)}/sammanfattning`;
const plans = (path: (target: Target) => string, gives: number): Decision =>
	does('dialogue.edit', path, { gives });
const edits = (
	path: (target: Target) => string,
	gives: number,
	form?: (target: Target) => Record<string, string>
): Decision => does('questionnaire.edit', path, { gives, ...(form && { form }) });
const inPlace = ({ placeCode }: Target) => ({ placeCode });

/**
 * The decision about every route of the questionnaire workshop and of opened dialogues, in the order they are tried:
 * what cannot be undone comes last.
 */
export const workshopDecisions: Record<string, Decision> = {
	'GET /arbete/enkater/importera': may('questionnaire.edit', importing),
	'POST /arbete/enkater/importera?/read': does(
		'questionnaire.edit',
		(target) => `${importing(target)}&/read`,
		{
			gives: 422
		}
	),
	'POST /arbete/enkater/importera?/create': does(
		'questionnaire.edit',
		(target) => `${importing(target)}&/create`,
		{ gives: 422, form: () => ({ text: '{}', format: 'json' }) }
	),
	'GET /arbete/enkater/[id]/fil': may(
		'questionnaire.edit',
		({ draftId }) => `/arbete/enkater/${draftId}/fil`
	),
	'GET /arbete/enkater/versioner/[id]/fil': may(
		'questionnaire.edit',
		({ questionnaireId }) => `/arbete/enkater/versioner/${questionnaireId}/fil?version=1`
	),
	'GET /arbete/dialoger/[code]/dela': may('sharing.edit', (target) => `${asked(target)}/dela`),
	'GET /arbete/dialoger/[code]/qr/[format]': may('sharing.edit', (target) => `${asked(target)}/qr/svg`),
	'GET /arbete/dialoger/[code]/affisch': may('sharing.edit', (target) => `${asked(target)}/affisch`),
	'GET /arbete/dialoger/[code]/papper': may('sharing.edit', (target) => `${asked(target)}/papper`),
	'GET /arbete/dialoger/[code]/papper/stampel.css': may(
		'sharing.edit',
		(target) => `${asked(target)}/papper/stampel.css`
	),
	'GET /arbete/dialoger/[code]/lappar': may('sharing.edit', (target) => `${asked(target)}/lappar`),
	'POST /arbete/dialoger/[code]/lappar': does('sharing.edit', (target) => `${asked(target)}/lappar`, {
		gives: 200,
		form: () => ({ antal: '2' })
	}),
	'GET /arbete/enkater': may('questionnaire.edit', gallery),
	'POST /arbete/enkater?/template': edits(
		(target) => `${gallery(target)}&/template`,
		303,
		(target) => ({
			...inPlace(target),
			template: 'K3'
		})
	),
	'POST /arbete/enkater?/empty': edits((target) => `${gallery(target)}&/empty`, 303, inPlace),
	'POST /arbete/enkater?/version': edits(
		(target) => `${gallery(target)}&/version`,
		404,
		(target) => ({
			...inPlace(target),
			questionnaireId: 'x'
		})
	),
	'GET /arbete/enkater/[id]': may('questionnaire.edit', draft),
	'POST /arbete/enkater/[id]?/question': edits((target) => `${draft(target)}?/question`, 422),
	'POST /arbete/enkater/[id]?/about': edits((target) => `${draft(target)}?/about`, 422),
	'POST /arbete/enkater/[id]?/background': edits((target) => `${draft(target)}?/background`, 422),
	'POST /arbete/enkater/[id]?/add': edits(
		(target) => `${draft(target)}?/add`,
		303,
		() => ({ kind: 'text' })
	),
	'POST /arbete/enkater/[id]?/restore': edits((target) => `${draft(target)}?/restore`, 422),
	'POST /arbete/enkater/[id]?/choose': edits((target) => `${draft(target)}?/choose`, 303),
	'POST /arbete/enkater/[id]/andring': edits((target) => `${draft(target)}/andring`, 422),
	'POST /arbete/enkater/[id]/lage': edits((target) => `${draft(target)}/lage`, 200),
	'GET /arbete/enkater/[id]/sprak': may('questionnaire.edit', (target) => `${draft(target)}/sprak`),
	'POST /arbete/enkater/[id]/sprak?/languages': edits((target) => `${draft(target)}/sprak?/languages`, 422),
	'POST /arbete/enkater/[id]/sprak?/texts': edits((target) => `${draft(target)}/sprak?/texts`, 422),
	'POST /arbete/enkater/[id]/sprak?/choose': edits((target) => `${draft(target)}/sprak?/choose`, 303),
	'GET /arbete/enkater/[id]/prova': may('questionnaire.edit', (target) => `${draft(target)}/prova`),
	'POST /arbete/enkater/[id]/prova': edits((target) => `${draft(target)}/prova`, 422),
	'GET /arbete/enkater/[id]/prova/tack': may('questionnaire.edit', (target) => `${draft(target)}/prova/tack`),
	'POST /arbete/enkater/[id]/prova/tack?/remove': edits(
		(target) => `${draft(target)}/prova/tack?/remove`,
		303
	),
	'GET /arbete/enkater/[id]/kontroll': may('dialogue.edit', check),
	'POST /arbete/enkater/[id]/kontroll?/mend': plans((target) => `${check(target)}?/mend`, 303),
	'POST /arbete/enkater/[id]/kontroll?/pass': plans((target) => `${check(target)}?/pass`, 303),
	'POST /arbete/enkater/[id]/kontroll?/again': plans((target) => `${check(target)}?/again`, 303),
	'GET /arbete/enkater/[id]/oppna': may('dialogue.edit', opening),
	'POST /arbete/enkater/[id]/oppna?/suggest': plans((target) => `${opening(target)}?/suggest`, 200),
	'POST /arbete/enkater/[id]/oppna?/save': plans((target) => `${opening(target)}?/save`, 422),
	'GET /arbete/enkater/[id]/oppna/sammanfattning': may('dialogue.edit', summary),
	'POST /arbete/enkater/[id]/oppna/sammanfattning?/open': does(
		'dialogue.publish',
		(target) => `${summary(target)}?/open`,
		{ gives: 409 }
	),
	'POST /arbete/enkater/[id]?/delete': edits((target) => `${draft(target)}?/delete`, 303),
	'GET /arbete/enkater/versioner/[id]': may(
		'questionnaire.edit',
		({ questionnaireId }) => `/arbete/enkater/versioner/${questionnaireId}`
	),
	'GET /arbete/dialoger/[code]': may('place.read', asked),
	'POST /arbete/dialoger/[code]?/newVersion': edits((target) => `${asked(target)}?/newVersion`, 303),
	// The last one about the dialogue: it cannot be opened again.
	'POST /arbete/dialoger/[code]?/close': does('dialogue.publish', (target) => `${asked(target)}?/close`, {
		gives: 303
	})
};

import { collectionDecisions } from './collection-decisions.ts';
import type { Permission } from '#lib/accounts/permission.ts';
import { meetingPagesDecisions } from './meeting-pages-decisions.ts';
import { pledgeDecisions } from './pledge-decisions.ts';
import { meetingsDecisions } from './meetings-decisions.ts';
import { roomDecisions } from './room-decisions.ts';
import {
	account,
	does,
	link,
	may,
	seen,
	signIn,
	type Aim,
	type Decision,
	type PublicThings
} from './route-decision.ts';
import type { Target } from './staff-cast.ts';
import { situationDecisions } from './situation-decisions.ts';
import { textsDecisions } from './texts-decisions.ts';
import { walkDecisions } from './walk-decisions.ts';
import { statisticsDecisions } from './statistics-decisions.ts';
import { workshopDecisions } from './workshop-decisions.ts';

const dialogue = ({ slug }: PublicThings) => `/saffle/dialog/${slug}`;
const api = ({ code }: PublicThings) => `/api/v1/dialogues/${code}`;
const settings = ({ placeCode }: Target) => `/arbete/installningar/${placeCode}`;
const signInSettings = (target: Target) => `${settings(target)}/inloggning`;
const held = ({ placeCode }: Target) => `plats=${placeCode}&i=${placeCode}&roll=reader`;
const person = (target: Target) => `/arbete/personer/${target.personId}`;
const tooLong = 'x'.repeat(300);

/** The decision about every route. A new route is a new line; the test fails until it is there. */
export const decisions: Record<string, Decision> = {
	'GET /': seen(() => '/'),
	'GET /healthz': seen(() => '/healthz'),
	'GET /readyz': seen(() => '/readyz'),
	'GET /d/[[code]]': seen(({ code }) => `/d/${code}`, 303),
	'GET /d/[code]/[slip]': seen(({ code }) => `/d/${code}/K7Q2M9XTB4RC`, 303),
	'GET /e/[code]': seen(({ code }) => `/e/${code}`),
	'POST /e/[code]': {
		who: 'everybody',
		aim: ({ code }) => ({ path: `/e/${code}`, form: { version: '1' } }),
		gives: 422
	},
	'GET /e/[code]/tack': seen(({ code }) => `/e/${code}/tack`),
	'GET /e/[code]/resultat': seen(({ code }) => `/e/${code}/resultat`),
	'GET /logotyp/[code]': seen(({ logoId }) => `/logotyp/${logoId}`),
	'GET /[kommun=municipality]': seen(() => '/saffle'),
	'GET /[kommun=municipality]/om': seen(() => '/saffle/om'),
	'GET /[kommun=municipality]/dialog/[slug]': seen(dialogue),
	'GET /[kommun=municipality]/dialog/[slug]/resultat': seen((things) => `${dialogue(things)}/resultat`),
	'GET /[kommun=municipality]/dialog/[slug]/svara': seen((things) => `${dialogue(things)}/svara`),
	'POST /[kommun=municipality]/dialog/[slug]/svara': {
		who: 'everybody',
		aim: (things) => ({ path: `${dialogue(things)}/svara`, form: { version: '1' } }),
		gives: 422
	},
	'GET /[kommun=municipality]/dialog/[slug]/tack': seen((things) => `${dialogue(things)}/tack`),
	'GET /[kommun=municipality]/dialog/[slug]/tack/datum.ics': seen(
		(things) => `${dialogue(things)}/tack/datum.ics`
	),
	'GET /api/v1/openapi.json': seen(() => '/api/v1/openapi.json'),
	'GET /api/v1/questionnaire.schema.json': seen(() => '/api/v1/questionnaire.schema.json'),
	'GET /api/v1/places': seen(() => '/api/v1/places?query=orsa'),
	'GET /api/v1/places/[code]': seen(() => '/api/v1/places/1785'),
	'GET /api/v1/dialogues/[code]': seen(api),
	'GET /api/v1/dialogues/[code]/releases': seen((things) => `${api(things)}/releases`),
	'GET /api/v1/dialogues/[code]/results': seen((things) => `${api(things)}/results`),
	'GET /api/v1/dialogues/[code]/results/stream': seen((things) => `${api(things)}/results/stream`),
	'HEAD /api/v1/dialogues/[code]/results/stream': seen((things) => `${api(things)}/results/stream`),
	'POST /api/v1/dialogues/[code]/answers': {
		who: 'everybody',
		aim: (things) => ({ path: `${api(things)}/answers`, form: {} }),
		gives: 415
	},
	'GET /logga-in': signIn('/logga-in', 200),
	'POST /logga-in?/password': signIn('/logga-in?/password', 422, { email: 'x', password: 'x' }),
	'POST /logga-in?/passkey': signIn('/logga-in?/passkey', 422, { response: '{}' }),
	'POST /logga-in/passkey': signIn('/logga-in/passkey', 200, {}),
	'GET /logga-in/tvasteg': signIn('/logga-in/tvasteg', 303),
	'POST /logga-in/tvasteg?/totp': signIn('/logga-in/tvasteg?/totp', 303, { code: '123456' }),
	'POST /logga-in/tvasteg?/recovery': signIn('/logga-in/tvasteg?/recovery', 303, { code: 'x' }),
	'POST /logga-in/tvasteg?/passkey': signIn('/logga-in/tvasteg?/passkey', 303, { response: '{}' }),
	'POST /logga-in/tvasteg/passkey': signIn('/logga-in/tvasteg/passkey', 404, {}),
	'GET /logga-in/organisation/[id]': link((token) => `/logga-in/organisation/${token}`, 404),
	'GET /logga-in/organisation/[id]/ater': link((token) => `/logga-in/organisation/${token}/ater`, 404),
	'GET /logga-in/lank/[token]': link((token) => `/logga-in/lank/${token}`, 200),
	'POST /logga-in/lank/[token]': link((token) => `/logga-in/lank/${token}`, 303, {}),
	'GET /logga-ut': signIn('/logga-ut', 303),
	'POST /logga-ut': signIn('/logga-ut', 303, {}),
	'GET /aterstall': signIn('/aterstall', 200),
	'POST /aterstall': signIn('/aterstall', 422, { email: 'x' }),
	'GET /aterstall/[token]': link((token) => `/aterstall/${token}`, 404),
	'POST /aterstall/[token]': link((token) => `/aterstall/${token}`, 404, { password: 'x' }),
	'GET /inbjudan/[token]': link((token) => `/inbjudan/${token}`, 404),
	'POST /inbjudan/[token]': link((token) => `/inbjudan/${token}`, 404, { name: 'x', password: 'x' }),
	'GET /installera/[token]': link((token) => `/installera/${token}`, 404),
	'POST /installera/[token]': link((token) => `/installera/${token}`, 404, { municipality: 'Orsa' }),
	'GET /arbete': may('staff', () => '/arbete'),
	'GET /arbete/platser': may('staff', () => '/arbete/platser'),
	'GET /arbete/[...rest]': may('nobody', () => '/arbete/finns-inte', 404),
	'POST /arbete/[...rest]': does('nobody', () => '/arbete/finns-inte', { gives: 404 }),
	'GET /arbete/konto': may('own-account', () => '/arbete/konto'),
	'GET /arbete/konto/app': may('own-account', () => '/arbete/konto/app'),
	'POST /arbete/konto/app': account('/app', 404, () => ({ code: '123456' })),
	'POST /arbete/konto/passkey': account('/passkey', 200),
	'POST /arbete/konto?/name': account('?/name', 422, () => ({ name: '' })),
	'POST /arbete/konto?/password': account('?/password', 422, () => ({ current: 'x', password: 'x' })),
	'POST /arbete/konto?/removeTotp': account('?/removeTotp', 404),
	'POST /arbete/konto?/recoveryCodes': account('?/recoveryCodes', 404),
	'POST /arbete/konto?/addPasskey': account('?/addPasskey', 422, () => ({ response: '{}', name: 'x' })),
	'POST /arbete/konto?/renamePasskey': account('?/renamePasskey', 404, ({ passkeyId }) => ({
		id: passkeyId,
		name: 'Min'
	})),
	'POST /arbete/konto?/removePasskey': account('?/removePasskey', 404, ({ passkeyId }) => ({
		id: passkeyId
	})),
	'POST /arbete/konto?/endSession': account('?/endSession', 404, ({ sessionId }) => ({ id: sessionId })),
	'POST /arbete/konto?/endOthers': account('?/endOthers', 303),
	'POST /arbete/konto?/startTotp': account('?/startTotp', 303),
	'GET /arbete/platser/[code]': may('place.read', ({ placeCode }) => `/arbete/platser/${placeCode}`),
	'GET /arbete/logg': may('log.read', ({ placeCode }) => `/arbete/logg?plats=${placeCode}`),
	'GET /arbete/logg/fil': may('log.read', ({ placeCode }) => `/arbete/logg/fil?plats=${placeCode}`),
	'GET /arbete/personer': may('people.read', ({ placeCode }) => `/arbete/personer?plats=${placeCode}`),
	'POST /arbete/personer?/invite': does(
		'people.manage',
		({ placeCode }) => `/arbete/personer?plats=${placeCode}&/invite`,
		{
			gives: 422,
			form: ({ placeCode }) => ({ placeCode, role: 'reader', email: 'x' })
		}
	),
	'POST /arbete/personer?/revoke': does(
		'people.manage',
		({ placeCode }) => `/arbete/personer?plats=${placeCode}&/revoke`,
		{
			gives: 303,
			form: ({ placeCode, invitationId }) => ({ placeCode, id: invitationId })
		}
	),
	'GET /arbete/personer/[person]': may('people.read', (target) => `${person(target)}?${held(target)}`),
	'POST /arbete/personer/[person]?/role': does(
		'people.manage',
		(target) => `${person(target)}?${held(target)}&/role`,
		{
			gives: 422,
			form: () => ({ role: 'x' })
		}
	),
	'POST /arbete/personer/[person]?/reset': does(
		'people.manage',
		(target) => `${person(target)}?${held(target)}&/reset`,
		{ gives: 200 }
	),
	'GET /arbete/personer/[person]/avsluta': may(
		'people.read',
		(target) => `${person(target)}/avsluta?${held(target)}`
	),
	'POST /arbete/personer/[person]/avsluta': does(
		'people.manage',
		(target) => `${person(target)}/avsluta?${held(target)}`,
		{ gives: 303 }
	),
	'GET /arbete/installningar/[code]': may('settings.read', settings),
	'POST /arbete/installningar/[code]?/profile': does(
		'settings.edit',
		(target) => `${settings(target)}?/profile`,
		{
			gives: 422,
			form: () => ({ sender: tooLong })
		}
	),
	'POST /arbete/installningar/[code]?/settings': does(
		'settings.edit',
		(target) => `${settings(target)}?/settings`,
		{ gives: 422 }
	),
	'POST /arbete/installningar/[code]?/logo': does('settings.edit', (target) => `${settings(target)}?/logo`, {
		gives: 422,
		form: () => ({ alternativeText: 'x' })
	}),
	'POST /arbete/installningar/[code]?/removeLogo': does(
		'settings.edit',
		(target) => `${settings(target)}?/removeLogo`,
		{ gives: 303, form: ({ logoId }) => ({ id: logoId }) }
	),
	'GET /arbete/installningar/[code]/inloggning': may('organisation.edit', signInSettings),
	'POST /arbete/installningar/[code]/inloggning?/save': does(
		'organisation.edit',
		(target) => `${signInSettings(target)}?/save`,
		{ gives: 422, form: () => ({ name: 'x', issuer: 'http://x', clientId: 'x' }) }
	),
	'POST /arbete/installningar/[code]/inloggning?/remove': does(
		'organisation.edit',
		(target) => `${signInSettings(target)}?/remove`,
		{ gives: 303, form: ({ organisationId }) => ({ id: organisationId }) }
	),

	...textsDecisions,
	...collectionDecisions,
	...walkDecisions,
	...meetingsDecisions,
	...meetingPagesDecisions,
	...statisticsDecisions,
	...situationDecisions,
	...pledgeDecisions,
	...roomDecisions,
	...workshopDecisions
};

/** The routes that ask for a permission in the place they are about. */
export const ofPlaces = Object.entries(decisions).filter(
	(entry): entry is [string, Decision & { who: Permission; aim: (target: Target) => Aim }] =>
		entry[1].who.includes('.')
);

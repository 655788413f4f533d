import { does, link, may, seen, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';

const work = '/arbete/insamling';
const inPlace = ({ placeCode }: Target) => `${work}?plats=${placeCode}`;
const preparing = ({ placeCode }: Target) => `${work}/ny?plats=${placeCode}`;
const occasion = ({ collectionId }: Target) => `${work}/${collectionId}`;
const dialogue = ({ dialogueCode }: Target) => `${work}/dialog/${dialogueCode}`;
const paper = (target: Target) => `${dialogue(target)}/papper/${target.paperBatchId}`;
const collects = (
	path: (target: Target) => string,
	gives: number,
	form: Record<string, string> = {}
): Decision => does('answers.collect', path, { gives, form: () => form });
const device = (rest: string) => (token: string) => `/falt/${token}${rest}`;
const kiosk = (rest: string) => (token: string) => `/kiosk/${token}${rest}`;

/** The decision about every route of collecting, in the order they are tried: what ends something comes last. */
export const collectionDecisions: Record<string, Decision> = {
	'GET /falt/sw.js': seen(() => '/falt/sw.js'),
	'GET /falt/[token]': link(device(''), 404),
	'POST /falt/[token]?/tally': link(device('?/tally'), 404, {}),
	'POST /falt/[token]?/note': link(device('?/note'), 404, {}),
	'POST /falt/[token]?/undo': link(device('?/undo'), 404, {}),
	'POST /falt/[token]/poster': link(device('/poster'), 415, {}),
	'GET /falt/[token]/svara': link(device('/svara'), 404),
	'POST /falt/[token]/svara': link(device('/svara'), 404, {}),
	'GET /falt/[token]/tack': link(device('/tack'), 404),
	'GET /kiosk/[token]': link(kiosk(''), 404),
	'GET /kiosk/[token]/svara': link(kiosk('/svara'), 404),
	'POST /kiosk/[token]/svara': link(kiosk('/svara'), 404, {}),
	'GET /kiosk/[token]/tack': link(kiosk('/tack'), 404),
	'GET /arbete/insamling': may('answers.collect', inPlace),
	'GET /arbete/insamling/ny': may('answers.collect', preparing),
	'POST /arbete/insamling/ny': collects(preparing, 422),
	'GET /arbete/insamling/[id]': may('answers.collect', occasion),
	'POST /arbete/insamling/[id]?/device': collects((target) => `${occasion(target)}?/device`, 422),
	'POST /arbete/insamling/[id]?/endDevice': collects((target) => `${occasion(target)}?/endDevice`, 404),
	'POST /arbete/insamling/[id]?/correct': collects((target) => `${occasion(target)}?/correct`, 404),
	'POST /arbete/insamling/[id]?/removeNote': collects((target) => `${occasion(target)}?/removeNote`, 303),
	'POST /arbete/insamling/[id]?/end': collects((target) => `${occasion(target)}?/end`, 303),
	'GET /arbete/insamling/dialog/[code]': may('answers.collect', dialogue),
	'POST /arbete/insamling/dialog/[code]?/kiosk': collects((target) => `${dialogue(target)}?/kiosk`, 409),
	'POST /arbete/insamling/dialog/[code]?/endKiosk': collects(
		(target) => `${dialogue(target)}?/endKiosk`,
		404
	),
	'POST /arbete/insamling/dialog/[code]?/paper': collects((target) => `${dialogue(target)}?/paper`, 422),
	'GET /arbete/insamling/dialog/[code]/papper/[batch]': may('answers.collect', paper),
	'POST /arbete/insamling/dialog/[code]/papper/[batch]?/choose': collects(
		(target) => `${paper(target)}?/choose`,
		409
	),
	'POST /arbete/insamling/dialog/[code]/papper/[batch]?/submit': collects(
		(target) => `${paper(target)}?/submit`,
		409
	),
	'GET /arbete/insamling/dialog/[code]/papper/[batch]/skriv': may(
		'answers.collect',
		(target) => `${paper(target)}/skriv`
	),
	'POST /arbete/insamling/dialog/[code]/papper/[batch]/skriv': collects(
		(target) => `${paper(target)}/skriv`,
		303,
		{ number: '1' }
	)
};

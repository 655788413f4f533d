import { does, link, may, seen, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';

const meeting = ({ meetingId }: Target) => `/arbete/moten/${meetingId}`;
const leads = (
	path: (target: Target) => string,
	gives: number,
	form?: (target: Target) => Record<string, string>
): Decision => does('meeting.lead', path, { gives, ...(form && { form }) });
const page = (more = ''): Decision => may('meeting.lead', (target) => meeting(target) + more);

/** The decision about every page of a meeting: the workspace's, the remote's and those for residents. */
export const meetingPagesDecisions: Record<string, Decision> = {
	'GET /[kommun=municipality]/moten.ics': seen(() => '/saffle/moten.ics'),
	'GET /[kommun=municipality]/moten/[slug]': seen(() => '/saffle/moten/planterat-mote'),
	'GET /[kommun=municipality]/moten/[slug]/kalender.ics': seen(
		() => '/saffle/moten/planterat-mote/kalender.ics'
	),
	'GET /[kommun=municipality]/moten/[slug]/bild/[photo]': seen(
		() => '/saffle/moten/planterat-mote/bild/x',
		404
	),
	'GET /styr/[token]': link((token) => `/styr/${token}`, 404),
	'POST /styr/[token]?/steer': link((token) => `/styr/${token}?/steer`, 404, {}),
	'POST /styr/[token]?/takeover': link((token) => `/styr/${token}?/takeover`, 404, {}),
	'GET /arbete/moten': may('staff', () => '/arbete/moten'),
	'GET /arbete/moten/nytt': may('meeting.lead', ({ placeCode }) => `/arbete/moten/nytt?plats=${placeCode}`),
	'POST /arbete/moten/nytt': leads(
		({ placeCode }) => `/arbete/moten/nytt?plats=${placeCode}`,
		422,
		({ placeCode }) => ({ placeCode })
	),
	'GET /arbete/moten/[id]': page(),
	'GET /arbete/moten/[id]/dagordning': page('/dagordning'),
	'GET /arbete/moten/[id]/rakningar': page('/rakningar'),
	'GET /arbete/moten/[id]/uppgifter': page('/uppgifter'),
	'GET /arbete/moten/[id]/rapport': page('/rapport'),
	'GET /arbete/moten/[id]/rapport/bild/[photo]': may(
		'meeting.lead',
		(target) => `${meeting(target)}/rapport/bild/x`,
		404
	),
	'POST /arbete/moten/[id]/rapport?/save': leads((target) => `${meeting(target)}/rapport?/save`, 303),
	'POST /arbete/moten/[id]/rapport?/addPhoto': leads((target) => `${meeting(target)}/rapport?/addPhoto`, 422),
	'POST /arbete/moten/[id]/rapport?/removePhoto': leads(
		(target) => `${meeting(target)}/rapport?/removePhoto`,
		404
	),
	'POST /arbete/moten/[id]/rapport?/publish': leads((target) => `${meeting(target)}/rapport?/publish`, 409),
	'GET /arbete/moten/[id]/utskrift/[sheet]': page('/utskrift/bordskort'),
	'POST /arbete/moten/[id]/dagordning?/template': leads(
		(target) => `${meeting(target)}/dagordning?/template`,
		303,
		() => ({ template: 'short' })
	),
	'POST /arbete/moten/[id]/dagordning?/add': leads((target) => `${meeting(target)}/dagordning?/add`, 303),
	'POST /arbete/moten/[id]/dagordning?/write': leads((target) => `${meeting(target)}/dagordning?/write`, 422),
	'POST /arbete/moten/[id]/dagordning?/arrange': leads(
		(target) => `${meeting(target)}/dagordning?/arrange`,
		422,
		() => ({ id: 'x', do: 'remove' })
	),
	'POST /arbete/moten/[id]/rakningar?/count': leads((target) => `${meeting(target)}/rakningar?/count`, 422),
	'POST /arbete/moten/[id]/uppgifter?/save': leads((target) => `${meeting(target)}/uppgifter?/save`, 422),
	'POST /arbete/moten/[id]?/screen': leads((target) => `${meeting(target)}?/screen`, 200),
	'POST /arbete/moten/[id]?/remote': leads((target) => `${meeting(target)}?/remote`, 200),
	'POST /arbete/moten/[id]?/endDevices': leads((target) => `${meeting(target)}?/endDevices`, 303),
	'POST /arbete/moten/[id]?/rehearse': leads((target) => `${meeting(target)}?/rehearse`, 303),
	'POST /arbete/moten/[id]?/start': leads((target) => `${meeting(target)}?/start`, 303),
	'POST /arbete/moten/[id]/uppgifter?/remove': leads((target) => `${meeting(target)}/uppgifter?/remove`, 409)
};

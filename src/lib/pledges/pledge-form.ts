import type { Activity } from './activity.ts';
import { sides } from './agreement.ts';
import { pledgeChannels, type PledgeContent } from './pledge.ts';

/** The parts that a pledge is written in, one page each; the names are those of their addresses. */
export const partNames = ['vad', 'varfor', 'vem', 'effekt', 'nasta'] as const;
export type PartName = (typeof partNames)[number];

/** Tells whether a text from outside names a part. */
export const isPart = (name: string): name is PartName => (partNames as readonly string[]).includes(name);

/** The part after this one; undefined after the last. */
export const partAfter = (name: PartName): PartName | undefined => partNames[partNames.indexOf(name) + 1];

/** Which part a problem's path belongs to. */
export function partOf(at: string): PartName {
	if (/^evidence|^focusAreaId|^causeId/.test(at)) return 'varfor';
	if (at.startsWith('activities')) return 'vem';
	if (/^effect|^indicator/.test(at)) return 'effekt';
	return /^nextReportOn|^channels/.test(at) ? 'nasta' : 'vad';
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const orNull = (form: FormData, name: string): string | null => text(form, name) || null;

/** A number as people write it, with comma or point; what is no number stays a text for the schema to refuse. */
export function numberIn(form: FormData, name: string): number | null {
	const written = text(form, name).replace(/\s/g, '').replace(',', '.');
	if (written === '') return null;
	return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : NaN;
}

type Parts = Partial<Record<keyof PledgeContent, unknown>>;

const readers: Record<Exclude<PartName, 'vem'>, (form: FormData) => Parts> = {
	vad: (form) => ({
		title: text(form, 'title'),
		sentence: text(form, 'sentence'),
		place: text(form, 'place'),
		validFrom: orNull(form, 'validFrom'),
		validTo: orNull(form, 'validTo')
	}),
	varfor: (form) => ({
		evidenceIds: form.getAll('evidence').map(String),
		focusAreaId: orNull(form, 'focusAreaId'),
		causeId: orNull(form, 'causeId')
	}),
	effekt: (form) => ({
		effect: text(form, 'effect'),
		indicator: {
			kind: text(form, 'indicator.kind'),
			ref: text(form, 'indicator.ref'),
			what: text(form, 'indicator.what'),
			how: text(form, 'indicator.how'),
			unit: text(form, 'indicator.unit'),
			startValue: numberIn(form, 'indicator.startValue'),
			targetValue: numberIn(form, 'indicator.targetValue')
		}
	}),
	nasta: (form) => ({
		nextReportOn: orNull(form, 'nextReportOn'),
		channels: pledgeChannels.filter((channel) => form.getAll('channels').includes(channel))
	})
};

/** What a filled-in page says of its part, to be read by the schema. */
export const partsFromForm = (part: Exclude<PartName, 'vem'>, form: FormData): Parts => readers[part](form);

/** What a filled-in form says about one activity. */
export const activityFromForm = (form: FormData, { id, ownerId }: Pick<Activity, 'id' | 'ownerId'>) => ({
	id,
	ownerId,
	party: text(form, 'party'),
	what: text(form, 'what'),
	target: numberIn(form, 'target'),
	unit: text(form, 'unit'),
	place: text(form, 'place'),
	startsOn: orNull(form, 'startsOn'),
	dueOn: orNull(form, 'dueOn'),
	recurrence: text(form, 'recurrence'),
	owner: text(form, 'owner')
});

/** The reason that a form gives; null where nothing is to be explained. */
export const reasonFromForm = (form: FormData): { code: string; text: string } | null =>
	text(form, 'reason') === '' ? null : { code: text(form, 'reason'), text: text(form, 'reasonText') };

/** What a filled-in form says was done. */
export async function progressFromForm(form: FormData, activityId: string) {
	const file = form.get('photo');
	const content =
		file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
	return {
		activityId,
		day: text(form, 'day'),
		quantity: numberIn(form, 'quantity') ?? 0,
		place: text(form, 'place'),
		text: text(form, 'text'),
		outcome: orNull(form, 'outcome'),
		reason: reasonFromForm(form),
		photo: content ? { alternativeText: text(form, 'alternativeText'), content } : null
	};
}

/** What a filled-in form tells the residents. */
export const reportFromForm = (form: FormData, pledgeId: string) => ({
	pledgeId,
	text: text(form, 'text'),
	outcome: orNull(form, 'outcome'),
	reason: reasonFromForm(form),
	value: numberIn(form, 'value'),
	nextReportOn: text(form, 'outcome') === '' ? orNull(form, 'nextReportOn') : null
});

/** The revision that whoever filled a form in had in front of them. */
export const revisionIn = (form: FormData): number => Number(text(form, 'revision')) || 0;

/** What a filled-in form says of an agreement. */
export const agreementFromForm = (form: FormData) => ({
	title: text(form, 'title'),
	text: text(form, 'text'),
	validFrom: text(form, 'validFrom'),
	validTo: orNull(form, 'validTo'),
	revision: revisionIn(form)
});

/** Who has signed, as a filled-in form says: a side, the title of its signer, and the day. */
export const signatureFromForm = (form: FormData) => ({
	side: sides.find((side) => side === form.get('side')) ?? 'police',
	title: text(form, 'signer'),
	day: text(form, 'day')
});

import * as v from 'valibot';
import { languages, sourceLanguage, type Language } from '#lib/i18n/languages.ts';

/** Least number of answers in a block, and how many colluding people may know their own. */
export interface Threshold {
	crowd: number;
	insiders: number;
}

/** How a place's dialogues are set up unless one says otherwise, and who may show them. */
export interface PlaceSettings {
	placeCode: string;
	/** For open links, and for meetings where somebody sees to it that each answers once. */
	openLink: Threshold;
	meeting: Threshold;
	/** Days after closing until sheets and texts are deleted; null while nobody has decided. */
	retentionDays: number | null;
	/** The decision's number in the public register; with `retentionDays` only. */
	registryNumber: string | null;
	/** The sites whose pages may show our boxes: `https://www.saffle.se`. */
	embedOrigins: string[];
	/** The languages dialogues are offered in; Swedish first. */
	languages: Language[];
}

/** What the anonymity design starts from: a place may ask for more, never for less. */
export const thresholdFloors = {
	openLink: { crowd: 10, insiders: 3 },
	meeting: { crowd: 5, insiders: 1 }
} as const satisfies Record<string, Threshold>;

/** Most of each: beyond it nothing would ever be shown. */
const most = { crowd: 100, insiders: 50 };

/** What holds where nobody has saved anything. */
export const defaultPlaceSettings = (placeCode: string): PlaceSettings => ({
	placeCode,
	openLink: { ...thresholdFloors.openLink },
	meeting: { ...thresholdFloors.meeting },
	retentionDays: null,
	registryNumber: null,
	embedOrigins: [],
	languages: [...languages]
});

/**
 * The origin of a site that may embed, from what somebody pastes: its https address, with or without a path. Undefined
 * when it is anything else: http, a wildcard, an IP address, somebody's name in front.
 */
export function embedOrigin(written: string): string | undefined {
	const text = written.trim();
	if (!/^https:\/\//i.test(text) || !URL.canParse(text) || text.includes('*')) return undefined;
	const { origin, hostname, username, password } = new URL(text);
	if (username || password || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) || /\d$/.test(hostname))
		return undefined;
	return origin;
}

const wholeNumber = (least: number, highest: number) =>
	v.pipe(
		v.number('not-whole'),
		v.integer('not-whole'),
		v.minValue(least, 'too-small'),
		v.maxValue(highest, 'too-large')
	);

const threshold = (floor: Threshold) =>
	v.pipe(
		v.strictObject({
			crowd: wholeNumber(floor.crowd, most.crowd),
			insiders: wholeNumber(floor.insiders, most.insiders)
		}),
		v.forward(
			v.check(({ crowd, insiders }) => insiders <= crowd - 2, 'above-crowd'),
			['insiders']
		)
	);

const origins = v.pipe(
	v.array(
		v.pipe(
			v.string(),
			v.check((text) => embedOrigin(text) === text, 'invalid-origin')
		)
	),
	v.maxLength(20, 'too-many'),
	v.transform((list) => [...new Set(list)])
);

const offered = v.pipe(
	v.array(v.picklist(languages, 'unknown-language')),
	v.check((list) => list.includes(sourceLanguage), 'without-swedish'),
	v.transform((list) => languages.filter((language) => list.includes(language)))
);

/** The settings as somebody writes them; messages are problem codes. */
export const placeSettingsSchema = v.pipe(
	v.strictObject({
		placeCode: v.string(),
		openLink: threshold(thresholdFloors.openLink),
		meeting: threshold(thresholdFloors.meeting),
		retentionDays: v.nullable(wholeNumber(1, 3650)),
		registryNumber: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(60, 'too-long'))),
		embedOrigins: origins,
		languages: offered
	}),
	v.forward(
		v.check(
			({ retentionDays, registryNumber }) => retentionDays === null || Boolean(registryNumber),
			'missing'
		),
		['registryNumber']
	)
) satisfies v.GenericSchema<unknown, PlaceSettings>;

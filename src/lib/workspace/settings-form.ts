import { embedOrigin, type PlaceSettings } from '#lib/places/settings.ts';
import { isLanguage, type Language } from '#lib/i18n/languages.ts';

/** A whole number as somebody writes it; NaN for anything else, null for nothing. */
function writtenNumber(form: FormData, name: string): number | null {
	const written = String(form.get(name) ?? '').replace(/\s/g, '');
	if (written === '') return null;
	return /^\d{1,6}$/.test(written) ? Number(written) : NaN;
}

/** The settings that a filled-in form says; what cannot be read fails the schema afterwards, at its own path. */
export function settingsFromForm(form: FormData, placeCode: string): PlaceSettings {
	const number = (name: string) => writtenNumber(form, name) ?? NaN;
	const lines = String(form.get('embedOrigins') ?? '')
		.slice(0, 10_000)
		.split(/[\s,;]+/);
	const chosen = form.getAll('languages').filter(isLanguage);
	return {
		placeCode,
		openLink: { crowd: number('openLink.crowd'), insiders: number('openLink.insiders') },
		meeting: { crowd: number('meeting.crowd'), insiders: number('meeting.insiders') },
		retentionDays: writtenNumber(form, 'retentionDays'),
		registryNumber: String(form.get('registryNumber') ?? '').trim() || null,
		embedOrigins: lines.filter((line) => line !== '').map((line) => embedOrigin(line) ?? line),
		languages: [...new Set<Language>(['sv', ...chosen])]
	};
}

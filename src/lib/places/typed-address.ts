import { plainLetters } from '../format/slug.ts';
import { languages } from '../i18n/languages.ts';

/** Where an address that somebody typed leads, if it is one of ours. */
export interface TypedAddress {
	path: string;
	/** The municipality that must exist, else the address leads nowhere. */
	municipality?: string;
}

const isLanguage = (part: string): boolean => (languages as readonly string[]).includes(part);

/** Addresses that are a word and a code of six digits, which is the same in every case. */
const withCode = new Set(['mote', 'e']);

/** Never guessed: the staff's addresses, the interface, files, and whatever holds a secret whose letters matter. */
const exact = new Set([
	...['arbete', 'api', 'd', 'skarm', 'styr', 'kiosk', 'falt', 'logga-in', 'logga-ut', 'aterstall'],
	...['inbjudan', 'installera', 'logotyp', 'oembed', 'healthz', 'readyz', 'metrics', '_app']
]);

function readable(part: string): string {
	try {
		return plainLetters(decodeURIComponent(part));
	} catch {
		return '';
	}
}

/**
 * The address that was meant by one which differs only in capitals, or in å, ä, ö and accents, of its language, its
 * word before a code, or its municipality: `/EN/Säffle/dialog/x` is `/en/saffle/dialog/x`. Null for an address that is
 * as it should be, and for all others. What stands after the municipality or the word is left as it is.
 */
export function typedAddress(pathname: string): TypedAddress | null {
	const parts = pathname.split('/').slice(1);
	const first = readable(parts[0] ?? '');
	const language = isLanguage(first) ? [first] : [];
	const [word = '', ...rest] = parts.slice(language.length);
	const meant = readable(word);
	const path = ['', ...language, ...(word === '' ? [] : [meant]), ...rest].join('/');
	if (path === pathname || exact.has(meant)) return null;
	if (withCode.has(meant)) return /^\d{6}$/.test(rest.join('/')) ? { path } : null;
	if (word === '') return language.length > 0 && rest.length === 0 ? { path } : null;
	return /^[a-z][a-z0-9-]*$/.test(meant) ? { path, municipality: meant } : null;
}

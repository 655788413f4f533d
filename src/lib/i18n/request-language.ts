import { isLanguage, preferredLanguage, type Language } from './languages.ts';

/** The language a program asks for: `?lang=`, else `Accept-Language`, else Swedish. */
export function requestLanguage(request: Request, url: URL): Language {
	const asked = url.searchParams.get('lang');
	return isLanguage(asked) ? asked : preferredLanguage(request.headers.get('accept-language'));
}

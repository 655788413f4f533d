import type { Language } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';

declare global {
	namespace App {
		/** What every route gets: the whole context of one request. */
		interface Locals extends Context {
			/** The address of the peer, for source tags in memory only. */
			clientAddress: () => string;
		}
		/** What the root layout shows around a page. */
		interface PageData {
			language?: Language;
			/** Who asks. */
			sender?: string;
			municipality?: { code: string; name: string; officialName: string; slug: string };
			/** The languages the page is complete in; all of ours when left out. */
			languages?: Language[];
			/** Id of the form that goes along when the language changes. */
			answerForm?: string;
		}
		interface Error {
			message: string;
			code?: string;
			requestId?: string;
		}
	}
}

export {};

import type { Needs } from '#lib/accounts/session.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';

declare global {
	namespace App {
		/** What every route gets: the whole context of one request. */
		interface Locals extends Context {
			/** The address of the peer, for source tags in memory only. */
			clientAddress: () => string;
			/** The session's token and what it owes, on staff pages only; never sent to a page. */
			session?: { token: string; needs: Needs };
		}
		/** What the root layout shows around a page. */
		interface PageData {
			/** This installation is the demonstration. */
			demonstration?: boolean;
			language?: Language;
			/** Who asks. */
			sender?: string;
			municipality?: { code: string; name: string; officialName: string; slug: string };
			/** The languages the page is complete in; all of ours when left out. */
			languages?: Language[];
			/** Id of the form that goes along when the language changes. */
			answerForm?: string;
			/**
			 * `staff`: the workspace brings its own header, main part and footer; `embed`: a box on another site does;
			 * `device`: so does a tablet or a telephone that staff have set up; `screen`: a big screen has nothing around it;
			 * `resident`: a page of the workspace that shows what residents will see, and has theirs.
			 */
			shell?: 'staff' | 'embed' | 'device' | 'resident' | 'screen';
			/** On a kiosk: where it begins anew, and whether its text is larger. */
			kiosk?: { start: string; larger: boolean };
			/** Address of the dialogue's permanent page, in a box on another site. */
			whole?: string;
		}
		interface Platform {
			req?: import('node:http').IncomingMessage;
		}
		interface Error {
			message: string;
			code?: string;
			requestId?: string;
		}
	}
}

export {};

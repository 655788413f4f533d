import { inLanguage, type Language, type Texts } from '#lib/i18n/languages.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { embedAddress } from './addresses.ts';
import { embedCode } from './embed-code.ts';

/** The code of both boxes in one language. */
export interface EmbedBoxes {
	language: Language;
	questions: string;
	results: string;
	/** Path of the questionnaire's box, for the preview. */
	path: string;
}

interface Boxed {
	title: Texts;
	languages: readonly Language[];
}

/** What a web editor pastes to show a dialogue's questions or its results, in each of its languages. */
export const embedBoxes = (
	addressed: { origin: string; code: string },
	{ title, languages }: Boxed
): EmbedBoxes[] =>
	languages.map((language) => {
		const script = `${addressed.origin}/e/hojd.js`;
		const words = { title: inLanguage(title, language) };
		const locale = { locale: language };
		const questions = embedAddress(addressed, language);
		const results = embedAddress(addressed, language, 'results');
		return {
			language,
			questions: embedCode({ address: questions, title: m.embed_frame_title(words, locale), script }),
			results: embedCode({ address: results, title: m.embed_frame_results(words, locale), script }),
			path: new URL(questions).pathname
		};
	});

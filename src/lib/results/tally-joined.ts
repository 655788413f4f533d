import type { Language } from '../i18n/languages.ts';
import type { Question } from '../questionnaire/question.ts';
import { sumHistograms, type Histogram } from '../sealing/histogram.ts';
import type { ResultQuestion } from './public-result.ts';
import { tallyQuestion, type PublishedAnswers } from './tally.ts';

/** What meetings have added to a question: sealed sheets, and what is published of them. */
export interface Joined {
	sheets: number;
	histogram: Histogram;
}

/** The numbers of a question with those of meetings in them: n + skipped + withheld is both kinds of sheets. */
export function tallyJoined(
	question: Question,
	{ own, joined }: { own: PublishedAnswers; joined: Joined },
	language: Language
): ResultQuestion {
	const sheets = (own.sheets ?? 0) + joined.sheets;
	const histogram = sumHistograms(own.histogram, joined.histogram);
	return { ...tallyQuestion(question, { sheets, histogram }, language), meeting: joined.sheets };
}

/** The same under a filter, by which meetings cannot be split: their sheets are only told of. */
export function tallyBeside(
	question: Question,
	{ own, joined }: { own: PublishedAnswers; joined: Joined },
	language: Language
): ResultQuestion {
	const tallied = tallyQuestion(question, own, language);
	return own.sheets === null ? tallied : { ...tallied, meetingNotSplit: joined.sheets };
}

import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import { resultView, type QuestionView } from '#lib/results/result-view.ts';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import type { Words } from '#lib/results/words.ts';
import { meetingView, type MeetingView } from '../invitation/meeting-view.ts';
import type { MeetingReport, ReportStep } from '../report.ts';
import type { StepKind } from '../step.ts';
import type { ReportParts } from './report-parts.ts';

/** One step as the report shows it. */
export interface ReportStepView {
	id: string;
	number: number;
	kind: StepKind;
	heading: string;
	/** Null where nothing has been released, and for steps without a question. */
	question: QuestionView | null;
	/** People answered it, whether or not anything may be shown. */
	isAsked: boolean;
	joins: boolean;
	tally: { method: 'hands' | 'dots'; rows: { key: string; text: string; count: number }[] } | null;
	/** The released texts that are quoted. */
	quotes: { id: string; text: string }[];
	themes: { name: string; count: number }[];
}

/** A report in words and lengths: page, print and the public page show exactly this. */
export interface ReportView {
	meeting: MeetingView;
	/** At least so many took part; null before anything is known. */
	participants: number | null;
	steps: ReportStepView[];
	conclusions: string;
	notes: ReportParts['notes'];
	photos: ReportParts['photos'];
}

interface Setup {
	language: Language;
	/** The sentences of results. */
	words: Words;
}

function questionView(question: ResultQuestion, { language, words }: Setup): QuestionView | null {
	const result = {
		...{ dialogue: '', seq: 1, state: 'closed' as const, n: question.n, questions: [question] },
		...{ filter: {}, notSplit: 0 }
	};
	return resultView(result, { language, words, filtered: false, noFinding: {} }).questions[0] ?? null;
}

const asked: readonly StepKind[] = ['question', 'priority', 'wall'];

const isQuoted =
	(quotes: readonly string[] | null) =>
	({ id }: { id: string }): boolean =>
		quotes === null || quotes.includes(id);

const stepView = (step: ReportStep, quotes: readonly string[] | null, setup: Setup): ReportStepView => ({
	id: step.id,
	number: step.number,
	kind: step.kind,
	heading: inLanguage(step.heading, setup.language),
	question: step.result ? questionView(step.result, setup) : null,
	isAsked: asked.includes(step.kind),
	joins: step.joins,
	tally: step.tally && {
		method: step.tally.method,
		rows: step.tally.rows.map(({ key, text, count }) => ({
			...{ key, count },
			text: inLanguage(text, setup.language)
		}))
	},
	quotes: step.texts.filter(isQuoted(quotes)),
	themes: step.themes
});

/** A meeting's report in the reader's language, with what staff added. */
export const reportView = (report: MeetingReport, parts: ReportParts, setup: Setup): ReportView => ({
	meeting: meetingView(report.meeting, setup.language),
	participants: report.participants,
	steps: report.steps.map((step) => stepView(step, parts.quotes, setup)),
	conclusions: parts.conclusions,
	notes: parts.notes,
	photos: parts.photos
});

/** A released text that may be quoted in the report, for those who choose; others are shown the chosen ones only. */
export interface Quotable {
	id: string;
	text: string;
	quoted: boolean;
}

/** Everything that may be quoted, step after step. */
export const quotables = ({ steps }: Pick<MeetingReport, 'steps'>, { quotes }: ReportParts): Quotable[] =>
	steps.flatMap(({ texts }) => texts.map(({ id, text }) => ({ id, text, quoted: isQuoted(quotes)({ id }) })));

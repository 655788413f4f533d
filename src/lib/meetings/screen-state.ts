import { inLanguage, type Language, type Texts } from '#lib/i18n/languages.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import { currentStep, type Agenda } from './agenda.ts';
import { isAsked, type Step, type TallyContent } from './step.ts';
import type {
	Afterwards,
	InformationPreset,
	ScreenResult,
	ScreenState,
	ScreenText,
	StepHead
} from './views.ts';

/** Released numbers of one question with its words. */
export interface ShownResult {
	question: Question;
	/** From the gate. */
	result: ResultQuestion;
	seq: number;
	caption: Texts | null;
}

/** Everything that a screen's state is made of; all of it may be shown. */
export interface ScreenSources {
	agenda: Agenda;
	/** How much has been published of the meeting's steps: rises with every release. */
	releases: number;
	/** Where the installation is: `https://trygg.example.se`. */
	origin: string;
	/** The first language of the screen. */
	language: Language;
	/** Released sheets of the current step; null before the first. */
	answered: number | null;
	/** One or two. */
	results: ShownResult[];
	/** Step id and option → hands or dots. */
	counts: ReadonlyMap<string, number>;
	texts: ScreenState['texts'];
	themes: ScreenState['themes'];
	/** What comes of a meeting that has ended. */
	after: Afterwards | null;
}

type Say = (texts: Texts) => ScreenText;

/** Says a text in the languages of the screen. */
export function sayIn(first: Language, second: Language | null): Say {
	return (texts) => {
		const text = inLanguage(texts, first);
		const other = second === null || second === first ? undefined : texts[second];
		return other === undefined || other === text ? { first: text } : { first: text, second: other };
	};
}

/** `countKey(step, option)` names a count. */
export const countKey = (stepId: string, optionKey: string): string => `${stepId} ${optionKey}`;

/** A step as it is named everywhere. */
export const headOf = ({ id, content, position, state }: Step): StepHead => ({
	id,
	kind: content.kind,
	number: position + 1,
	state
});

const none: Texts = { sv: '' };

/** What a step is about, as a heading; empty for a review and for a ready page. */
export function headingOf({ content }: Pick<Step, 'content'>): Texts {
	if (isAsked(content)) return content.question.text;
	if (content.kind === 'review') return none;
	return content.kind === 'information' ? content.heading : content.text;
}

/** What stands under the heading. */
export function helpOf({ content }: Pick<Step, 'content'>): Texts | undefined {
	if (isAsked(content)) return content.question.help;
	return content.kind === 'information' ? content.text : undefined;
}

/** The ready page that a step shows. */
export function presetOf({ content }: Pick<Step, 'content'>): { preset?: InformationPreset } {
	return content.kind === 'information' && content.preset !== null ? { preset: content.preset } : {};
}

/** Whether the numbers of a question are enough to be put on the screen. */
export const isEnough = ({ n }: ResultQuestion, leastShown: number): boolean =>
	n !== null && n >= Math.max(1, leastShown);

function phaseOf({ agenda, results }: ScreenSources, step: Step | undefined): ScreenState['phase'] {
	const { meeting } = agenda;
	if (meeting.state === 'ended') return 'ended';
	if (meeting.blank) return 'blank';
	if (meeting.state === 'planned' || !step) return 'join';
	const { content } = step;
	if (content.kind !== 'question' && content.kind !== 'priority') return content.kind;
	if (step.display === 'hidden') return 'asking';
	if (results.some(({ result }) => isEnough(result, meeting.leastShown))) return 'results';
	return step.state === 'closed' ? 'too-few' : 'asking';
}

const labelsOf = ({ options }: Question, say: Say): Record<string, ScreenText> =>
	Object.fromEntries(options.map(({ key, short, text }) => [key, say(short ?? text)]));

const screenResult = ({ question, result, seq, caption }: ShownResult, say: Say): ScreenResult => ({
	result,
	labels: labelsOf(question, say),
	seq,
	...(caption && { caption: say(caption) })
});

function tallyOf(
	{ id, display }: Step,
	content: TallyContent,
	{ counts, say }: { counts: ScreenSources['counts']; say: Say }
): ScreenState['tally'] {
	if (display === 'hidden') return null;
	const rows = content.options.map(({ key, text }) => ({
		key,
		text: say(text),
		count: counts.get(countKey(id, key)) ?? 0
	}));
	return { method: content.method, rows };
}

function stepOf(agenda: Agenda, step: Step, say: Say): ScreenState['step'] {
	const help = helpOf(step);
	return {
		...headOf(step),
		heading: say(headingOf(step)),
		...(help && { help: say(help) }),
		...presetOf(step),
		...(step.content.kind === 'tally' && { method: step.content.method }),
		steps: agenda.steps.length
	};
}

function meetingOf(
	{ agenda: { meeting }, origin, language }: ScreenSources,
	say: Say
): ScreenState['meeting'] {
	const second = meeting.secondLanguage;
	return {
		title: say(meeting.title),
		code: meeting.code.replace(/^(...)/, '$1\u00a0'),
		address: `${origin}/d/${meeting.code}`.toUpperCase(),
		state: meeting.state,
		rehearsal: meeting.rehearsal,
		colours: meeting.colours,
		languages: second === null || second === language ? [language] : [language, second]
	};
}

/**
 * Everything that the big screen shows. What is hidden, held back, unread or blanked out is left out here already: it
 * never reaches the screen's computer.
 */
export function screenState(sources: ScreenSources): ScreenState {
	const { agenda, language, answered, results, counts } = sources;
	const { meeting } = agenda;
	const say = sayIn(language, meeting.secondLanguage);
	const step = meeting.state === 'live' ? currentStep(agenda) : undefined;
	const phase = phaseOf(sources, step);
	const shown = phase === 'blank' ? undefined : step;
	const content = shown?.content;
	const open = shown !== undefined && shown.display !== 'hidden';
	const isReview = phase === 'review' && open;
	return {
		revision: meeting.revision + sources.releases,
		meeting: meetingOf(sources, say),
		phase,
		step: shown ? stepOf(agenda, shown, say) : null,
		...(phase === 'too-few' && { leastShown: meeting.leastShown }),
		...(phase === 'ended' && sources.after && { after: sources.after }),
		answered: shown && isAsked(shown.content) ? answered : null,
		display: shown?.display ?? 'hidden',
		results:
			phase === 'results' || isReview
				? results
						.filter(({ result }) => isEnough(result, meeting.leastShown))
						.map((one) => screenResult(one, say))
				: [],
		tally: shown && content?.kind === 'tally' ? tallyOf(shown, content, { counts, say }) : null,
		texts: phase === 'wall' && open ? sources.texts : [],
		themes: phase === 'wall' && open ? sources.themes : [],
		endsAt: shown?.stopsAt?.getTime() ?? null
	};
}

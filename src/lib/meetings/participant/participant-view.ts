import { formatDay } from '../../format/date.ts';
import { formatNumber } from '../../format/number.ts';
import { formatPercent } from '../../format/percent.ts';
import { localeOf } from '../../format/locale.ts';
import type { Language } from '../../i18n/languages.ts';
import type { ResultQuestion } from '../../results/public-result.ts';
import { fill } from '../../results/words.ts';
import type { ParticipantState } from '../views.ts';
import type { ParticipantWords } from './participant-words.ts';
import { wayOf, type Way } from './sent-answer.ts';

/** The form of a question. */
export interface FormView {
	stepId: string;
	way: Way;
	options: { key: string; text: string; exclusive?: true }[];
	/** Most options, ranks or characters. */
	most: number;
	/** How to answer, in one sentence. */
	hint: string;
}

/** What a phone shows, in words; the page and the script that keeps it up to date show exactly this. */
export interface ParticipantView {
	/** The same as long as nothing that somebody may have begun with changes. */
	key: string;
	kicker: string;
	heading: string;
	lines: string[];
	form: FormView | null;
	/** What has become of the answer; empty while there is none. */
	status: string;
	/** `status` can still be changed. */
	canChange: boolean;
	/** Result as text. */
	rows: { key: string; label: string; figures: string }[];
	/** Path of the result, once all is over. */
	link: string;
}

/** What a view depends on besides the state. */
export interface ParticipantSetup {
	language: Language;
	words: ParticipantWords;
	/** The step whose answer the participant wants to change. */
	changing?: string | undefined;
}

const mostCharacters = 500;

function formView(state: ParticipantState, { words }: ParticipantSetup): FormView | null {
	const { ask, step } = state;
	if (!ask || !step || step.state === 'closed') return null;
	const way = wayOf(ask.kind);
	const open = way === 'text' ? mostCharacters : ask.options.length;
	const most = Math.min(ask.max ?? open, way === 'ranking' ? Math.min(3, ask.options.length) : Infinity);
	const hint = {
		tap: words.one,
		several: most < ask.options.length ? fill(words.most, { max: String(most) }) : words.any,
		ranking: '',
		text: `${words.textWarning} ${fill(words.textMost, { max: String(most) })}`
	}[way];
	return { stepId: step.id, way, options: ask.options, most, hint };
}

function resultRows({ options, kind }: ResultQuestion, { language, words }: ParticipantSetup) {
	const inOrder = kind === 'scale' ? options : [...options].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
	return inOrder.map(({ key, text, count, share }) => {
		if (count === null) return { key, label: text, figures: words.resultHidden };
		const number = formatNumber(count, language);
		const figures =
			share === null
				? number
				: fill(words.resultText, { count: number, share: formatPercent(share, language) });
		return { key, label: text, figures };
	});
}

const clock = (moment: number, language: Language): string => {
	const time = new Date(moment).toLocaleTimeString(localeOf[language], {
		timeZone: 'Europe/Stockholm',
		hour: '2-digit',
		minute: '2-digit'
	});
	return language === 'sv' ? time.replace(':', '.') : time;
};

const empty: ParticipantView = {
	key: '',
	kicker: '',
	heading: '',
	lines: [],
	form: null,
	status: '',
	canChange: false,
	rows: [],
	link: ''
};

/** A question: to be answered, answered, or counted. */
function askedView(state: ParticipantState, setup: ParticipantSetup): Partial<ParticipantView> {
	const { words, changing } = setup;
	const { answer, step } = state;
	const isText = state.ask?.kind === 'text';
	if (answer === 'counted')
		return {
			status: isText ? words.textSent : words.counted,
			lines: [isText ? words.textSentNote : words.countedNote]
		};
	const form = formView(state, setup);
	const help = step?.help ? [step.help] : [];
	const lines = [...help, ...(step?.state === 'closing' && form ? [words.lastChance] : [])];
	if (answer === 'saved' && changing !== step?.id)
		return { status: words.saved, canChange: form !== null, lines };
	return { form, lines: form ? lines : [words.between] };
}

function endedView({ after }: ParticipantState, { words, language }: ParticipantSetup) {
	const day = (text: string) => ({ day: formatDay(text, language) });
	return {
		heading: words.ended,
		kicker: '',
		lines: [
			words.endedNote,
			...(after?.resultsDueOn ? [fill(words.endedResults, day(after.resultsDueOn))] : []),
			...(after?.pledgesDueOn ? [fill(words.endedPledges, day(after.pledgesDueOn))] : [])
		],
		link: after?.path ?? ''
	};
}

function phaseView(state: ParticipantState, setup: ParticipantSetup): Partial<ParticipantView> {
	const { words, language } = setup;
	const { phase, step, result, endsAt, meeting } = state;
	const help = step?.help ? [step.help] : [];
	switch (phase) {
		case 'question':
		case 'wall':
			return askedView(state, setup);
		case 'result':
			if (!result || result.n === null) return { lines: [words.resultNone] };
			return {
				lines: [fill(words.resultCount, { count: formatNumber(result.n, language) })],
				rows: resultRows(result, setup),
				...(step?.heading === '' && { heading: result.text })
			};
		case 'tally':
			return { lines: [...help, step?.method === 'dots' ? words.dots : words.hands] };
		case 'notes':
			return { lines: [...help, words.notes] };
		case 'pause':
			return {
				kicker: words.pause,
				lines: [...help, ...(endsAt ? [fill(words.pauseUntil, { time: clock(endsAt, language) })] : [])]
			};
		case 'information':
			if (step?.preset === 'answers-used') return { heading: words.usedHeading, lines: words.used };
			if (step?.preset === 'help') return { heading: words.helpHeading, lines: words.help };
			return { lines: help };
		case 'ended':
			return endedView(state, setup);
		default:
			return {
				heading: meeting.title,
				kicker: '',
				lines: [meeting.state === 'planned' ? words.notStarted : step ? words.between : words.waiting]
			};
	}
}

/** Puts a state into words. */
export function participantView(state: ParticipantState, setup: ParticipantSetup): ParticipantView {
	const { step, phase, meeting } = state;
	const kicker = step ? fill(setup.words.point, { number: String(step.number) }) : '';
	const view = { ...empty, heading: step?.heading || meeting.title, kicker, ...phaseView(state, setup) };
	const form = view.form && `${view.form.way} ${view.form.options.map(({ key }) => key).join(' ')}`;
	return { ...view, key: [phase, step?.id, form, view.status].join('|') };
}

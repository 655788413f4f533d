import { inLanguage, type Language } from '#lib/i18n/languages.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import type { ResultQuestion } from '#lib/results/public-result.ts';
import { currentStep, type Agenda } from './agenda.ts';
import { headingOf, headOf, helpOf, presetOf } from './screen-state.ts';
import { isAsked, type Step } from './step.ts';
import type { Afterwards, ParticipantState, ScreenState } from './views.ts';

/** What a phone's state is made of. */
export interface ParticipantSources {
	agenda: Agenda;
	releases: number;
	language: Language;
	/** What the screen shows: a phone shows results only while the screen does. */
	screen: ScreenState['phase'];
	/** Released numbers of the current step, when the screen shows them. */
	result: ResultQuestion | null;
	/** Where the current step's answers go; null when it takes none. */
	dialogue: { code: string; version: number } | null;
	answer: ParticipantState['answer'];
	/** What comes of a meeting that has ended. */
	after: Afterwards | null;
}

const isTaking = ({ state }: Step): boolean => state === 'open' || state === 'closing';

function phaseOf({ agenda, screen, result }: ParticipantSources): ParticipantState['phase'] {
	const { meeting } = agenda;
	if (meeting.state === 'ended') return 'ended';
	const step = currentStep(agenda);
	if (meeting.state === 'planned' || !step) return 'waiting';
	const { content } = step;
	if (isAsked(content)) {
		if (isTaking(step)) return content.kind === 'wall' ? 'wall' : 'question';
		return screen === 'results' && result ? 'result' : 'waiting';
	}
	if (content.kind === 'review') return result ? 'result' : 'waiting';
	return content.kind;
}

/** Kinds of which several options are chosen, so that one which stands alone must say so. */
const severalKinds: readonly Question['kind'][] = ['choices', 'ranking'];

function askOf(question: Question, { dialogue, language }: ParticipantSources): ParticipantState['ask'] {
	if (!dialogue) return null;
	return {
		key: question.key,
		kind: question.kind,
		options: question.options.map(({ key, text, exclusive, apart }) => ({
			key,
			text: inLanguage(text, language),
			...((exclusive || apart) && severalKinds.includes(question.kind) ? { exclusive: true as const } : {})
		})),
		max: question.max ?? null,
		dialogue
	};
}

/** Everything that a participant's phone shows. */
export function participantState(sources: ParticipantSources): ParticipantState {
	const { agenda, language, releases, answer, result } = sources;
	const { meeting } = agenda;
	const phase = phaseOf(sources);
	const step = meeting.state === 'live' ? currentStep(agenda) : undefined;
	const help = step && helpOf(step);
	const takes = phase === 'question' || phase === 'wall';
	return {
		revision: meeting.revision + releases,
		meeting: {
			title: inLanguage(meeting.title, language),
			state: meeting.state,
			rehearsal: meeting.rehearsal
		},
		phase,
		step: step
			? {
					...headOf(step),
					heading: inLanguage(headingOf(step), language),
					...(help && { help: inLanguage(help, language) }),
					...presetOf(step),
					...(step.content.kind === 'tally' && { method: step.content.method })
				}
			: null,
		...(phase === 'ended' && sources.after && { after: sources.after }),
		ask: takes && step && isAsked(step.content) ? askOf(step.content.question, sources) : null,
		answer,
		result: phase === 'result' ? result : null,
		endsAt: step?.stopsAt?.getTime() ?? null
	};
}

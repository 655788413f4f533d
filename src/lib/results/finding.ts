import { formatNumber } from '../format/number.ts';
import type { QuestionnaireDefinition } from '../questionnaire/question.ts';
import type { Result, ResultOption, ResultQuestion } from './public-result.ts';
import { fill, type ViewSetup } from './words.ts';

/** The question that the heading is about: the first ranking, else the first with several choices. */
export const findingQuestion = ({ questions }: Result): ResultQuestion | undefined =>
	questions.find(({ kind }) => kind === 'ranking') ?? questions.find(({ kind }) => kind === 'choices');

/** What came first, as the page's heading and the sentence below it. */
export interface Finding {
	heading: string;
	lead: string;
}

/** The options that share a rank and that somebody chose, most chosen first. */
const optionsAt = (place: number, { options }: ResultQuestion): ResultOption[] =>
	options.filter(({ rank, count }) => rank === place && count).sort((a, b) => b.count! - a.count!);

function leadOf(leader: ResultOption, question: ResultQuestion, { language, words }: ViewSetup): string {
	const counts = {
		count: formatNumber(leader.count!, language),
		base: formatNumber(question.base!, language)
	};
	const said = fill(question.kind === 'ranking' ? words.leadRanking : words.leadChoices, counts);
	const second = optionsAt(2, question);
	if (second.length !== 2) return said;
	return `${said} ${fill(words.leadSecond, { first: second[0]!.text, second: second[1]!.text })}`;
}

/** The finding in words; undefined when nothing, or more than two things, came first. */
export function findingOf(result: Result, setup: ViewSetup): Finding | undefined {
	const question = findingQuestion(result);
	if (!question?.base) return undefined;
	const [leader, other, third] = optionsAt(1, question);
	if (!leader || third || setup.noFinding[question.key]?.includes(leader.key)) return undefined;
	if (!other)
		return {
			heading: fill(setup.words.findingOne, { first: leader.text }),
			lead: leadOf(leader, question, setup)
		};
	if (setup.noFinding[question.key]?.includes(other.key)) return undefined;
	return { heading: fill(setup.words.findingTwo, { first: leader.text, second: other.text }), lead: '' };
}

/** The options of each question that say what somebody did not choose: they are never the finding. */
export const noFindings = ({ questions }: QuestionnaireDefinition): ViewSetup['noFinding'] =>
	Object.fromEntries(
		questions
			.map(({ key, options }) => [key, options.filter(({ exclusive }) => exclusive)] as const)
			.filter(([, options]) => options.length > 0)
			.map(([key, options]) => [key, options.map((option) => option.key)])
	);

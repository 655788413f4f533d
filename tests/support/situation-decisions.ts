import { does, may, seen, type Decision } from './route-decision.ts';
import type { Target } from './staff-cast.ts';

const page =
	(path: string) =>
	({ placeCode }: Target) =>
		`/arbete/lagesbild${path}?plats=${placeCode}`;
const picture = ({ situation }: Target) => `/arbete/lagesbild/${situation.pictureId}`;
const problem = ({ situation }: Target) => `/arbete/lagesbild/problem/${situation.problemId}`;
const focus = ({ situation }: Target) => `/arbete/lagesbild/fokus/${situation.focusId}`;
const evidence = ({ situation }: Target) => `/arbete/lagesbild/underlag/${situation.evidenceId}`;
const section = (target: Target) => `${picture(target)}/avsnitt/said`;
const quotes = (target: Target) => `${section(target)}/citat`;
const feedback = ({ dialogueCode }: Target) => `/arbete/lagesbild/aterkoppling/${dialogueCode}`;

const reads = (path: (target: Target) => string): Decision => may('results.read', path);
const edits = (
	path: (target: Target) => string,
	gives: number,
	form?: (target: Target) => Record<string, string>
): Decision => does('situation.edit', path, { gives, ...(form && { form }) });
const signs = (path: (target: Target) => string, gives: number): Decision =>
	does('situation.sign', path, { gives });

/** The decision about every route of the situation picture, in the order they are tried. */
export const situationDecisions: Record<string, Decision> = {
	'GET /[kommun=municipality]/lagesbild': seen(() => '/saffle/lagesbild', 404),
	'GET /[kommun=municipality]/lagesbild/[version]': seen(() => '/saffle/lagesbild/1', 404),
	'GET /[kommun=municipality]/lagesbild/[version]/skillnad': seen(() => '/saffle/lagesbild/2/skillnad', 404),
	'GET /[kommun=municipality]/underlag/[id]': seen(() => '/saffle/underlag/x', 404),
	'GET /[kommun=municipality]/underlag/[id]/fil': seen(() => '/saffle/underlag/x/fil', 404),
	'GET /api/v1/places/[code]/situation': seen(() => '/api/v1/places/1785/situation', 404),
	'GET /arbete/lagesbild': reads(page('')),
	'GET /arbete/lagesbild/ny': reads(page('/ny')),
	'POST /arbete/lagesbild/ny': edits(page('/ny'), 422),
	'GET /arbete/lagesbild/underlag': reads(page('/underlag')),
	'POST /arbete/lagesbild/underlag?/result': edits((target) => `${page('/underlag')(target)}&/result`, 422),
	'POST /arbete/lagesbild/underlag?/document': edits(
		(target) => `${page('/underlag')(target)}&/document`,
		422
	),
	'GET /arbete/lagesbild/underlag/[id]': reads(evidence),
	'GET /arbete/lagesbild/underlag/[id]/fil': reads((target) => `${evidence(target)}/fil`),
	'POST /arbete/lagesbild/underlag/[id]?/withdraw': edits((target) => `${evidence(target)}?/withdraw`, 303),
	'GET /arbete/lagesbild/problem': reads(page('/problem')),
	'POST /arbete/lagesbild/problem': edits(page('/problem'), 422),
	'GET /arbete/lagesbild/problem/[id]': reads(problem),
	'POST /arbete/lagesbild/problem/[id]?/save': edits((target) => `${problem(target)}?/save`, 422),
	'POST /arbete/lagesbild/problem/[id]?/cause': edits((target) => `${problem(target)}?/cause`, 422),
	'POST /arbete/lagesbild/problem/[id]?/removeCause': edits(
		(target) => `${problem(target)}?/removeCause`,
		303,
		({ situation }) => ({ id: situation.causeId })
	),
	'POST /arbete/lagesbild/problem/[id]?/end': edits((target) => `${problem(target)}?/end`, 303),
	'GET /arbete/lagesbild/prioritering': reads(page('/prioritering')),
	'POST /arbete/lagesbild/prioritering': edits(page('/prioritering'), 303, ({ situation }) => ({
		problem: situation.problemId
	})),
	'GET /arbete/lagesbild/fokus': reads(page('/fokus')),
	'POST /arbete/lagesbild/fokus': edits(page('/fokus'), 422),
	'GET /arbete/lagesbild/fokus/[id]': reads(focus),
	'POST /arbete/lagesbild/fokus/[id]?/save': edits((target) => `${focus(target)}?/save`, 422),
	'POST /arbete/lagesbild/fokus/[id]?/end': edits((target) => `${focus(target)}?/end`, 303),
	'GET /arbete/lagesbild/klart-nar': reads(page('/klart-nar')),
	'POST /arbete/lagesbild/klart-nar': edits(page('/klart-nar'), 303),
	'GET /arbete/lagesbild/arshjul': reads(page('/arshjul')),
	'POST /arbete/lagesbild/arshjul?/add': edits((target) => `${page('/arshjul')(target)}&/add`, 422),
	'POST /arbete/lagesbild/arshjul?/remove': edits((target) => `${page('/arshjul')(target)}&/remove`, 303),
	'GET /arbete/lagesbild/installningar': reads(page('/installningar')),
	'POST /arbete/lagesbild/installningar': edits(page('/installningar'), 422),
	'GET /arbete/lagesbild/aterkoppling/[code]': may('situation.edit', feedback),
	'POST /arbete/lagesbild/aterkoppling/[code]': edits(feedback, 303),
	'GET /arbete/lagesbild/[id]': reads(picture),
	'GET /arbete/lagesbild/[id]/forhandsgranska': reads((target) => `${picture(target)}/forhandsgranska`),
	'GET /arbete/lagesbild/[id]/avsnitt/[section]': may('situation.edit', section),
	'POST /arbete/lagesbild/[id]/avsnitt/[section]': edits(section, 422),
	'GET /arbete/lagesbild/[id]/avsnitt/[section]/citat': may('situation.edit', quotes),
	'POST /arbete/lagesbild/[id]/avsnitt/[section]/citat': edits(quotes, 422),
	'POST /arbete/lagesbild/[id]?/about': edits((target) => `${picture(target)}?/about`, 422),
	'POST /arbete/lagesbild/[id]?/freeze': edits((target) => `${picture(target)}?/freeze`, 422),
	'POST /arbete/lagesbild/[id]?/sign': signs((target) => `${picture(target)}?/sign`, 422),
	'POST /arbete/lagesbild/[id]?/publish': signs((target) => `${picture(target)}?/publish`, 409),
	'POST /arbete/lagesbild/[id]?/copy': edits((target) => `${picture(target)}?/copy`, 303),
	'POST /arbete/lagesbild/[id]?/drop': edits((target) => `${picture(target)}?/drop`, 409)
};

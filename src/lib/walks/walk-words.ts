import { m } from '#lib/i18n/paraglide/messages.js';
import type { PointCategory, PointStatus } from './walk.ts';

/** What a point is about, in words. */
export const categoryWords: Record<PointCategory, () => string> = {
	light: m.walks_category_light,
	traffic: m.walks_category_traffic,
	greenery: m.walks_category_greenery,
	litter: m.walks_category_litter,
	damage: m.walks_category_damage,
	building: m.walks_category_building,
	'meeting-place': m.walks_category_meeting_place,
	visibility: m.walks_category_visibility,
	good: m.walks_category_good,
	other: m.walks_category_other
};

/** How a point goes, in words. */
export const statusWords: Record<PointStatus, () => string> = {
	noted: m.walks_status_noted,
	planned: m.walks_status_planned,
	ongoing: m.walks_status_ongoing,
	done: m.walks_status_done,
	declined: m.walks_status_declined
};

const sentences = {
	'route missing': m.walks_problem_route,
	'day missing': m.walks_problem_day,
	'participants not-whole': m.walks_problem_participants,
	'spot missing': m.walks_problem_spot,
	'category missing': m.walks_problem_category,
	'observation missing': m.walks_problem_observation,
	'responsible missing': m.walks_problem_responsible,
	'responsible personal': m.walks_problem_personal,
	'answer why': m.walks_problem_why,
	'status missing': m.walks_problem_status,
	'doneOn missing': m.walks_problem_done,
	'photo too-large': m.walks_problem_photo_large,
	'photo unknown-type': m.walks_problem_photo_type,
	'alternativeText missing': m.walks_problem_alternative,
	'too-long': m.walks_problem_long
};

/** What is to be mended in a walk or a point, in words. */
export const walkProblems = { sentences, otherwise: m.walks_problem_other };

import { m } from '#lib/i18n/paraglide/messages.js';
import type { ItemKey, StepKey } from './checklist.ts';

/** What the five steps are called. */
export const stepNames: Record<StepKey, () => string> = {
	initiate: m.situation_step_initiate,
	own: m.situation_step_own,
	joint: m.situation_step_joint,
	'carry-out': m.situation_step_carry_out,
	'follow-up': m.situation_step_follow_up
};

/** What is done when a step is done. */
export const itemNames: Record<ItemKey, () => string> = {
	decision: m.situation_item_decision,
	roles: m.situation_item_roles,
	organisation: m.situation_item_organisation,
	communication: m.situation_item_communication,
	'own-picture': m.situation_item_own_picture,
	'staff-dialogues': m.situation_item_staff_dialogues,
	management: m.situation_item_management,
	merged: m.situation_item_merged,
	prioritised: m.situation_item_prioritised,
	'citizen-dialogues': m.situation_item_citizen_dialogues,
	causes: m.situation_item_causes,
	agreement: m.situation_item_agreement,
	goals: m.situation_item_goals,
	'staff-how': m.situation_item_staff_how,
	measures: m.situation_item_measures,
	plans: m.situation_item_plans,
	pledges: m.situation_item_pledges,
	'follow-up-planned': m.situation_item_follow_up_planned,
	documented: m.situation_item_documented,
	how: m.situation_item_how,
	who: m.situation_item_who,
	audience: m.situation_item_audience
};

import { placesOfPermission } from '#lib/accounts/server/require-permission.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const may = (
		permission:
			| 'questionnaire.edit'
			| 'texts.read'
			| 'answers.collect'
			| 'meeting.lead'
			| 'activity.report'
			| 'results.read'
			| 'people.read'
			| 'log.read'
	) => placesOfPermission(locals, permission)?.length !== 0;
	return {
		shell: 'staff' as const,
		demonstration: process.env.LYHORD_DEMO === '1',
		person: locals.actor.kind === 'staff' ? locals.actor.name : '',
		enrolling: locals.session?.needs === 'enrol',
		may: {
			questionnaires: may('questionnaire.edit'),
			pledges: may('activity.report'),
			meetings: may('meeting.lead'),
			texts: may('texts.read'),
			collecting: may('answers.collect'),
			walking: may('meeting.lead'),
			situation: may('results.read'),
			people: may('people.read'),
			log: may('log.read')
		}
	};
};

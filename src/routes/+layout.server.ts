import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	language: locals.language,
	demonstration: process.env.LYHORD_DEMO === '1'
});

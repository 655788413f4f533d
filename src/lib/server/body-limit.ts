/** Most bytes of the body of a request, unless its route takes files. */
export const usualBodyBytes = 512 * 1024;

/**
 * Most bytes that any route takes; the server's own limit. One that takes files of 5 MB needs room for the form around
 * them.
 */
export const mostBodyBytes = 6 * 1024 * 1024;

/** The routes that take files. */
const takingFiles = [
	'/arbete/enkater/importera',
	'/arbete/loften/aktivitet/[id]',
	'/arbete/lagesbild/underlag',
	'/arbete/moten/[id]/rapport',
	'/arbete/statistik',
	'/arbete/vandringar/[id]/punkt',
	'/arbete/vandringar/[id]/punkt/[point]'
];

/** Whether a route takes bodies of up to `mostBodyBytes`. */
export const takesFiles = (routeId: string | null): boolean =>
	routeId !== null && takingFiles.includes(routeId);

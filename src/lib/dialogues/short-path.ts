/**
 * QR codes hold the short address in upper case, since that takes less room: `/EN/D/482913` is `/en/d/482913`.
 * Every other path is left as it is.
 */
export const lowerShortPath = (pathname: string): string =>
	pathname.replace(/^\/([a-z]{2,3}\/)?d(?=\/)/i, (start) => start.toLowerCase());

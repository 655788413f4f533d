const parts = ['inledning', 'bakgrund', 'ny'];

/** Parts of the editor that are no questions; a question's part is its key, and the list alone has none (''). */
export const aboutPart = '+inledning';
export const backgroundPart = '+bakgrund';
export const addPart = '+ny';

/** The part of the editor that an address opens. */
export function partOf(query: URLSearchParams): string {
	const part = query.get('del') ?? '';
	return parts.includes(part) ? `+${part}` : (query.get('fraga') ?? '');
}

/** The query that opens a part of the editor. */
export const partQuery = (part: string): string => {
	if (part === '') return '';
	return part.startsWith('+') ? `?del=${part.slice(1)}` : `?fraga=${encodeURIComponent(part)}`;
};

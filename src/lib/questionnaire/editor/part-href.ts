/** The parts of the editor besides questions, as the address names them. */
export const parts = ['inledning', 'bakgrund', 'ny'] as const;

/** The query that opens a part of the editor, or a question by its key; empty for the list alone. */
export const partQuery = (part: string): string => (part === '' ? '' : `?del=${encodeURIComponent(part)}`);

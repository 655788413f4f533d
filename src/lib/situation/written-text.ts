/** A run of lines that people wrote: as a paragraph, or as a list where each begins with • or -. */
export interface WrittenPart {
	kind: 'paragraph' | 'list';
	lines: string[];
}

const bullet = /^[•*-]\s+/;

/** What people wrote into a box, as paragraphs and lists: an empty line parts paragraphs. */
export function asWritten(text: string): WrittenPart[] {
	const parts: WrittenPart[] = [];
	let open = false;
	for (const line of text.replaceAll('\r', '').split('\n')) {
		const trimmed = line.trim();
		if (trimmed === '') {
			open = false;
			continue;
		}
		const kind = bullet.test(trimmed) ? ('list' as const) : ('paragraph' as const);
		const words = trimmed.replace(bullet, '');
		const last = parts.at(-1);
		if (open && last?.kind === kind) last.lines.push(words);
		else parts.push({ kind, lines: [words] });
		open = true;
	}
	return parts;
}

import { showings, type Block } from './picture.ts';

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** A table as people write it: a line per row, cells parted by semicolons; the first line names the columns. */
export function tableOf(written: string): Pick<Block & { kind: 'table' }, 'columns' | 'rows'> {
	const [columns = [], ...rows] = written
		.replaceAll('\r', '')
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => line.split(';').map((cell) => cell.trim()));
	return { columns, rows };
}

/** The table as people write it. */
export const tableWritten = ({
	columns,
	rows
}: Pick<Block & { kind: 'table' }, 'columns' | 'rows'>): string =>
	[columns, ...rows].map((cells) => cells.join('; ')).join('\n');

function blockFromForm(form: FormData, id: string): Block | undefined {
	switch (text(form, `kind.${id}`)) {
		case 'text':
			return { id, kind: 'text', text: text(form, `text.${id}`) };
		case 'quote':
			return { id, kind: 'quote', text: text(form, `text.${id}`), from: text(form, `from.${id}`) };
		case 'table':
			return {
				id,
				kind: 'table',
				caption: text(form, `caption.${id}`),
				...tableOf(text(form, `cells.${id}`))
			};
		case 'evidence': {
			const show = showings.find((one) => one === text(form, `show.${id}`)) ?? 'figure';
			return {
				id,
				kind: 'evidence',
				evidenceId: text(form, `evidence.${id}`),
				show,
				note: text(form, `note.${id}`)
			};
		}
		default:
			return undefined;
	}
}

const added = (what: string, id: string, form: FormData): Block | undefined => {
	if (what === 'text') return { id, kind: 'text', text: '' };
	if (what === 'table') return { id, kind: 'table', caption: '', columns: [], rows: [] };
	const evidenceId = text(form, 'newEvidence');
	return what === 'evidence' && evidenceId !== ''
		? { id, kind: 'evidence', evidenceId, show: 'figure', note: '' }
		: undefined;
};

/** Swaps a block with the one before it, or after it. */
function moved(blocks: readonly Block[], id: string, by: number): Block[] {
	const at = blocks.findIndex((block) => block.id === id);
	const to = at + by;
	if (at < 0 || to < 0 || to >= blocks.length) return [...blocks];
	const order = [...blocks];
	[order[at], order[to]] = [order[to]!, order[at]!];
	return order;
}

/** What a filled-in section says, after the button that was pressed has done its work. */
export interface WrittenSection {
	/** The revision that who wrote it saw. */
	revision: number;
	blocks: Block[];
	/** Where to go on: the block that was added or moved. */
	at: string | null;
}

/**
 * Reads a section's one form: every block's fields, and the button `do` (`save`, `up:<id>`, `down:<id>`, `remove:<id>`,
 * `add:<kind>`, `quote`), so that nothing that was written is lost whatever is pressed.
 */
export function sectionFromForm(form: FormData, newId: string): WrittenSection {
	const blocks = form.getAll('block').flatMap((id) => blockFromForm(form, String(id)) ?? []);
	const [act = 'save', what = ''] = text(form, 'do').split(':');
	const revision = Number(text(form, 'revision')) || 0;
	if (act === 'up' || act === 'down')
		return { revision, blocks: moved(blocks, what, act === 'up' ? -1 : 1), at: what };
	if (act === 'remove') return { revision, blocks: blocks.filter(({ id }) => id !== what), at: null };
	const block = act === 'add' ? added(what, newId, form) : undefined;
	return { revision, blocks: block ? [...blocks, block] : blocks, at: block ? newId : null };
}

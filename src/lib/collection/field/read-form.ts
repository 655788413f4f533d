import { readEntry, type FieldEntry } from '../field-entry.ts';

const newKey = (): string => {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
};

/** What a form of the collector's page says, on the device and on the server; undefined while something is missing. */
export function entryOfForm(form: FormData, kind: string, key: string): FieldEntry | undefined {
	const text = (name: string) => String(form.get(name) ?? '');
	if (kind === 'tally')
		return readEntry({ kind, key, tone: text('tone'), spot: text('spot'), theme: text('theme') });
	return readEntry({
		...{ kind, key, tone: text('note-tone'), spot: text('spot'), slot: text('slot') },
		...{ themes: form.getAll('themes').map(String), paraphrase: text('paraphrase') },
		...{ ageBand: text('ageBand'), groupSize: text('groupSize') }
	});
}

/** The same with a key of its own, made here. */
export const newEntryOfForm = (form: FormData, kind: string): FieldEntry | undefined =>
	entryOfForm(form, kind, newKey());

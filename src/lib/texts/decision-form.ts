/** What a filled-in form of the desk says about a text; decisionSchema judges it. */
export const decisionOfForm = (form: FormData): Record<string, unknown> => ({
	textId: String(form.get('textId') ?? ''),
	do: String(form.get('do') ?? (form.has('reason') ? 'reject' : '')),
	mask: form.getAll('mask').map(String),
	seen: form.getAll('seen').map(String),
	hand: String(form.get('hand') ?? ''),
	handKind: String(form.get('handKind') ?? 'other'),
	reason: form.has('reason') ? String(form.get('reason')) : null,
	themes: form.getAll('themes').map(String)
});

import type { SubmitFunction } from '@sveltejs/kit';
import type { DraftEditor } from './draft-editor.svelte.ts';

/** Sends a form without leaving the page, after everything that has been written is saved. */
export function saveFirst(editor: DraftEditor): SubmitFunction {
	return async () => {
		await editor.save();
		return async ({ result, update }) => {
			if (result.type === 'error') editor.status = 'offline';
			else await update({ reset: false });
		};
	};
}

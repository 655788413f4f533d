/** How far an import has come in this process. */
export interface Progress {
	done: number;
	total: number;
}

const running = new Map<string, Progress>();

/** Notes how far an import has come; null when it has ended. */
export function noteProgress(id: string, progress: Progress | null): void {
	if (progress) running.set(id, progress);
	else running.delete(id);
}

/** How far an import has come; null when it does not run in this process. */
export const progressOf = (id: string): Progress | null => running.get(id) ?? null;

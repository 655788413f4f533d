export interface RepeatOptions {
	/** Pause between the end of one run and the start of the next. */
	everyMilliseconds: number;
	/** Told of a run that failed; the next run comes all the same. */
	onError: (error: unknown) => void;
}

/**
 * Runs `work` again and again, never twice at once.
 * @returns stops it; resolves when a run under way has finished.
 */
export function repeat(work: () => Promise<void>, options: RepeatOptions): () => Promise<void> {
	let stopped = false;
	let timer: NodeJS.Timeout | undefined;
	let running = Promise.resolve();
	const run = () => {
		running = work()
			.catch(options.onError)
			.then(() => {
				if (!stopped) timer = setTimeout(run, options.everyMilliseconds);
			});
	};
	run();
	return async () => {
		stopped = true;
		clearTimeout(timer);
		await running;
	};
}

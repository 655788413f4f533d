const pauseMs = 700;
const longestMs = 2000;
const firstRetryMs = 2000;
const longestRetryMs = 10_000;

/** Decides when to save: soon after the last stroke, never long after the first, and again after a failure. */
export class SaveClock {
	readonly #save: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#firstAt: number | undefined;
	#retryMs = firstRetryMs;

	constructor(save: () => void) {
		this.#save = save;
	}

	/** Something was written. */
	wrote(): void {
		const now = Date.now();
		this.#firstAt ??= now;
		this.#in(Math.max(0, Math.min(pauseMs, this.#firstAt + longestMs - now)));
	}

	/** It did not get there: tries again, each time after a longer while. */
	failed(): void {
		this.#in(this.#retryMs);
		this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
	}

	/** It got there. */
	succeeded(): void {
		this.#retryMs = firstRetryMs;
	}

	/** Nothing is to be saved any more. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#firstAt = undefined;
	}

	#in(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#firstAt = undefined;
			this.#save();
		}, milliseconds);
	}
}

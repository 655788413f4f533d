/** What an editor does when something happens to its page. */
interface PageLife {
	/** The page is hidden or closed, perhaps for ever. */
	leave: () => void;
	/** There is a network again. */
	online: () => void;
	/** Whether words would be lost if the page was closed now: then the browser asks. */
	isUnsafe: () => boolean;
}

/** Listens to what happens to the page. @returns what ends it */
export function whilePageLives({ leave, online, isUnsafe }: PageLife): () => void {
	const listening = new AbortController();
	const { signal } = listening;
	document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), {
		signal
	});
	addEventListener('pagehide', leave, { signal });
	addEventListener('online', online, { signal });
	addEventListener('beforeunload', (event) => isUnsafe() && event.preventDefault(), { signal });
	return () => listening.abort();
}

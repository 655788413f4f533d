/** One station on the thread that a matter follows. */
export interface ThreadItem {
	title: string;
	/** What has happened, what goes on, what is to come. */
	state: 'done' | 'now' | 'next';
	/** The state in words, since meaning is never by shape or colour alone. */
	note?: string;
}

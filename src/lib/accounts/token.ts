import { createHash } from 'node:crypto';

/** What is stored of a random token that is handed out once: its SHA-256, hex. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

export const channels = ['web', 'embed', 'meeting', 'kiosk', 'field', 'paper'] as const;

/** The way an answer came in. */
export type Channel = (typeof channels)[number];

import type { LayoutServerLoad } from './$types';

/** Tablets and telephones of the staff bring their own surroundings; their errors too. */
export const load: LayoutServerLoad = () => ({ shell: 'device' as const });

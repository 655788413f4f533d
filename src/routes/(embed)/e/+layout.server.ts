import type { LayoutServerLoad } from './$types';

/** Pages for frames on other sites bring their own, slimmer surroundings; their errors too. */
export const load: LayoutServerLoad = () => ({ shell: 'embed' as const });

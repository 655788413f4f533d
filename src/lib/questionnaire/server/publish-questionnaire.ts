import type { Context } from '#lib/server/context.ts';
import type { Problem } from '#lib/server/problem.ts';
import { publishVersion, type PublishedVersion, type PublishInput } from './publish-version.ts';

/** A definition that breaks a rule, given by code that promised a sound one. */
export class RefusedDefinitionError extends Error {
	override name = 'RefusedDefinitionError';
	readonly problems: Problem[];

	constructor(problems: Problem[]) {
		super(problems.map(({ at, code, detail }) => `${at}: ${code} (${detail})`).join('\n'));
		this.problems = problems;
	}
}

/**
 * Publishes a questionnaire that is known to be sound, such as a template; a person's own goes through
 * `publishVersion`, which gives the problems back.
 * @throws RefusedDefinitionError when it is not; AppError `not-found` as `publishVersion`.
 */
export async function publishQuestionnaire(ctx: Context, input: PublishInput): Promise<PublishedVersion> {
	const published = await publishVersion(ctx, input);
	if (!published.ok) throw new RefusedDefinitionError(published.problems);
	return published.value;
}

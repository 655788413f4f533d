import * as v from 'valibot';
import { channels } from '../dialogues/channel.ts';
import { languages } from '../i18n/languages.ts';
import type { Outcome } from '../server/problem.ts';
import { proofPattern } from './proof-of-work.ts';

/** A client-made idempotency key: 128 bits as base64url. */
export const keySchema = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z0-9_-]{22}$/, 'a key is 22 characters of base64url')
);

const optionKey = v.pipe(v.string(), v.maxLength(5000));

/** The body of `POST /api/v1/dialogues/{code}/answers`; members that are not listed are refused. */
export const submissionSchema = v.strictObject({
	key: keySchema,
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	language: v.picklist(languages),
	channel: v.picklist(channels),
	code: v.optional(v.pipe(v.string(), v.maxLength(40))),
	answers: v.record(v.string(), v.union([optionKey, v.array(optionKey)])),
	background: v.optional(v.record(v.string(), v.string()), {}),
	proof: v.optional(v.pipe(v.string(), v.regex(proofPattern, 'a proof is <bits>.<expires>.<salt>.<nonce>')))
});

export type Submission = v.InferOutput<typeof submissionSchema>;

/** Parses a submission; every value that is off is named with its path. */
export function parseSubmission(body: unknown): Outcome<Submission> {
	const result = v.safeParse(submissionSchema, body);
	if (result.success) return { ok: true, value: result.output };
	const problems = result.issues.map((issue) => ({
		at: v.getDotPath(issue) ?? '',
		code: issue.type === 'strict_object' && issue.expected === 'never' ? 'unknown-member' : 'invalid',
		detail: issue.message
	}));
	return { ok: false, problems };
}

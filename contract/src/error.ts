import { z } from 'zod';

/** Every code that a refusal can bear, with the HTTP status it is sent as. */
export const errorStatus = {
  'invalid-input': 422,
  'not-signed-in': 401,
  'wrong-credentials': 401,
  'second-factor-needed': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'not-found': 404,
  'already-exists': 409,
  'stale-version': 409,
  'wrong-state': 409,
  'still-in-use': 409,
  'reserve-short': 409,
  'key-reused': 409,
  expired: 410,
  'version-needed': 428,
  'too-large': 413,
  'unsupported-media': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** RFC 9457 problem details, with a closed list of codes and the fields that are wrong. */
export const problem = z
  .object({
    type: z.string().describe('A relative address that names the code.'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    issues: z.array(
      z.object({
        path: z.array(z.union([z.string(), z.int()])),
        code: z.string(),
        message: z.string(),
      }),
    ),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problem>;

import {
  addressOf,
  type CallInput,
  type Endpoint,
  type OutputOf,
} from '@evenkeel/contract/endpoint';
import { type Problem, problem } from '@evenkeel/contract/error';
import { z } from 'zod';
import { viewedAs } from './view-as.ts';

// Compiling schemas needs eval, which the content security policy forbids.
z.config({ jitless: true });

/** A refused call, with the server's problem details. Forms show its issues beside their fields. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(details: Problem) {
    super(details.detail);
    this.name = 'ApiError';
    this.problem = details;
  }
}

/** The server could not be reached at all: nothing was changed, and trying again is safe. */
export class OfflineError extends Error {
  constructor() {
    super('The server cannot be reached. Nothing was changed; check the connection and try again.');
    this.name = 'OfflineError';
  }
}

/** The answer is not what this page was built for: as a rule the server is newer than the page. */
export class UnknownAnswerError extends Error {
  constructor(cause: unknown) {
    super('Evenkeel has changed since this page was opened. Load the page again to go on.', {
      cause,
    });
    this.name = 'UnknownAnswerError';
  }
}

/** Calls an endpoint; the answer has passed the endpoint's own schema. Throws ApiError, OfflineError or UnknownAnswerError. */
export async function callApi<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E> = {},
  signal?: AbortSignal,
): Promise<OutputOf<E>> {
  const response = await send(endpoint, input, signal);
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response, answer);
  const parsed = endpoint.output.safeParse(answer);
  if (!parsed.success) throw new UnknownAnswerError(parsed.error);
  // Parsed by the endpoint's schema, of which OutputOf is the type.
  return parsed.data as OutputOf<E>;
}

async function send(
  endpoint: Endpoint,
  input: CallInput<Endpoint>,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const isBinary = input.body instanceof Uint8Array || input.body instanceof Blob;
  const hasBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
  const headers = headersOf(endpoint, input, { hasBody, isBinary });
  try {
    return await fetch(addressOf(endpoint.path, input), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers,
      ...(hasBody
        ? { body: isBinary ? (input.body as Blob) : JSON.stringify(input.body ?? {}) }
        : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new OfflineError();
  }
}

function headersOf(
  endpoint: Endpoint,
  { version }: CallInput<Endpoint>,
  sent: { readonly hasBody: boolean; readonly isBinary: boolean },
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (sent.hasBody)
    headers['content-type'] = sent.isBinary ? 'application/octet-stream' : 'application/json';
  if (version !== undefined) headers['if-match'] = `"${version}"`;
  const seenAs = endpoint.permission === 'client' ? viewedAs() : null;
  if (seenAs !== null) headers['x-evenkeel-view-as'] = seenAs;
  if (endpoint.method === 'POST') headers['idempotency-key'] = crypto.randomUUID();
  return headers;
}

function refusal(response: Response, answer: unknown): Error {
  const details = problem.safeParse(answer);
  if (details.success) return new ApiError(details.data);
  return new Error(`The server answered ${response.status}. Nothing was changed; try again.`);
}

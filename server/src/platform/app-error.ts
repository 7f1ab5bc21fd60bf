import { type ErrorCode, errorStatus } from '@evenkeel/contract/error';
import type { Issue } from '@evenkeel/core/issue';

/**
 * A refusal that the caller can understand and mend. Mapped to HTTP in one place (http/problem.ts).
 * A bug is a plain Error instead: it becomes a 500 with a request id and no detail.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly Issue[];
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ErrorCode,
    detail = '',
    options: { issues?: readonly Issue[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail || code);
    this.name = 'AppError';
    this.code = code;
    this.issues = options.issues ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }

  get status(): number {
    return errorStatus[this.code];
  }
}

/** A refusal because of one field. */
export function invalid(path: Issue['path'], code: string, message: string): AppError {
  return new AppError('invalid-input', message, { issues: [{ path, code, message }] });
}

import { sql } from 'kysely';
import { AppError } from '../app-error.ts';
import type { Scope } from './scope.ts';

/**
 * Does a part of a request's work. When it is refused, the part alone is taken back and the refusal
 * returned, so that the other parts can be tried as well; a bug goes on as it is.
 */
export async function refusalOf(
  scope: Scope,
  work: () => Promise<unknown>,
): Promise<AppError | null> {
  await sql`savepoint part`.execute(scope.tx);
  try {
    await work();
    await sql`release savepoint part`.execute(scope.tx);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await sql`rollback to savepoint part`.execute(scope.tx);
    return error;
  }
}

/** Does something as it would be done for good, and takes every write of it back. */
export async function takenBack<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  await sql`savepoint trial`.execute(scope.tx);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint trial`.execute(scope.tx);
  }
}

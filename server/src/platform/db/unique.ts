import { DatabaseError } from 'pg';
import { AppError } from '../app-error.ts';

/**
 * Runs a write and turns the violation of one of the named unique indexes into `already-exists`
 * beside its field. Cheaper and safer than asking first.
 */
export async function translateUnique<T>(
  write: Promise<T>,
  fields: Record<string, { path: readonly string[]; message: string }>,
): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const field =
      error instanceof DatabaseError && error.code === '23505' && error.constraint
        ? fields[error.constraint]
        : undefined;
    if (!field) throw error;
    throw new AppError('already-exists', field.message, {
      issues: [{ path: field.path, code: 'already-exists', message: field.message }],
    });
  }
}

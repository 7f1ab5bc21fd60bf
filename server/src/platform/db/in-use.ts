import { DatabaseError } from 'pg';
import { AppError } from '../app-error.ts';

/** Runs a deletion and turns the refusal of a foreign key into `still-in-use`, said in `message`. */
export async function translateInUse<T>(write: Promise<T>, message: string): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '23503') throw error;
    throw new AppError('still-in-use', message);
  }
}

import { AppError } from '../app-error.ts';

/**
 * What an update with a version condition did: its row, or why there is none.
 * @param exists asked only when no row was written, to tell a stale version from a missing record.
 */
export async function versioned<Row>(
  written: Row | undefined,
  exists: () => Promise<boolean>,
): Promise<Row> {
  if (written !== undefined) return written;
  throw (await exists())
    ? new AppError(
        'stale-version',
        'Somebody changed this since you opened it. Look at the new version, then change it again.',
      )
    : new AppError('not-found');
}

import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that the account running the database can pass through, also when we are root. */
export function temporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `evenkeel-${purpose}-`));
  chmodSync(folder, 0o711);
  return folder;
}

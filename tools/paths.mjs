import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What tools keep between runs; ignored by git, and safe to delete. */
export const cacheFolder = join(root, '.cache');

import type { ImportState } from '@evenkeel/contract/imports';
import { AppError } from '../../platform/app-error.ts';
import type { ImportRecord } from './repository.ts';

/** Where an import stands; a run that nobody hears of any more was interrupted. */
export function stateOf(record: Pick<ImportRecord, 'state' | 'is_silent'>): ImportState {
  return record.state === 'running' && record.is_silent ? 'interrupted' : record.state;
}

/** Files, mapping and choices can change, and it can be run, unless it runs or is done. */
export function requireOpen(record: ImportRecord): void {
  const state = stateOf(record);
  if (state === 'running') throw new AppError('wrong-state', 'The import is running.');
  if (state === 'done')
    throw new AppError('wrong-state', 'The import is done. Begin a new one, or undo it first.');
}

/** Only what is done can be undone. */
export function requireDone(record: ImportRecord): void {
  if (record.state !== 'done')
    throw new AppError('wrong-state', 'Only an import that is done can be undone.');
}

/** What has come in stands in the record for good. */
export function requireNeverDone(record: ImportRecord): void {
  requireOpen(record);
  if (record.state === 'undone')
    throw new AppError('wrong-state', 'An import that was undone stays in the list.');
}

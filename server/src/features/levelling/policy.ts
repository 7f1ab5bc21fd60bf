import type { LevellingState } from '@evenkeel/contract/levelling';
import { AppError } from '../../platform/app-error.ts';
import type { RunRecord } from './repository.ts';

/** Where a run stands; one that nobody hears of any more was interrupted. */
export function stateOf(run: Pick<RunRecord, 'state' | 'is_silent'>): LevellingState {
  return run.is_silent ? 'interrupted' : run.state;
}

/** Only a finished plan can be decided on. */
export function requireDone(run: RunRecord): void {
  if (run.state !== 'done')
    throw new AppError('wrong-state', 'Only a levelling that is done can be decided on.');
}

import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { projectStateLabels } from '../../lib/project-state.ts';
import { problemOf } from '../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';

export type MoveInitiative = (to: ProjectState, reason?: string) => Promise<void>;

/** Moves an initiative and says so, with Undo; the reason it had comes back with its state. */
export function moveInitiative(
  initiative: Pick<InitiativeRow, 'name' | 'state' | 'stateReason'>,
  save: (to: { state: ProjectState; reason: string }) => Promise<unknown>,
): MoveInitiative {
  return async (to, reason = '') => {
    const before = { state: initiative.state, reason: initiative.stateReason };
    try {
      await save({ state: to, reason });
      notifyDone({
        message: `“${initiative.name}” is now: ${projectStateLabels[to].toLowerCase()}`,
        undo: async () => {
          await save(before).catch(failed);
        },
      });
    } catch (thrown) {
      failed(thrown);
    }
  };
}

function failed(thrown: unknown): void {
  const { title, issues } = problemOf(thrown);
  notifyFailed({ message: [title, ...issues.map((issue) => issue.message)].join(' ') });
}

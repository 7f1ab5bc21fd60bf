import type { ScheduleEdit } from '@evenkeel/contract/schedule-edits';
import type { TaskId } from '@evenkeel/core/id';
import type { ScheduledPlan } from '@evenkeel/core/projects/schedule-dates';
import { type PlanProblem, problemsOf } from '@evenkeel/core/projects/schedule-problems';
import { takenBack } from '../../platform/db/savepoint.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { createLeave } from '../leaves/service.ts';
import { setSchedule } from '../projects/service.ts';
import {
  lastChange,
  lockSchedule,
  movesOfTransaction,
  type OwnMoves,
  rescheduled,
} from '../schedules/service.ts';
import { addDependency, changeDependency, dropDependency } from '../tasks/dependencies/service.ts';
import { editTask } from '../tasks/service.ts';

/** What edits did to dates, with the plans as they lie afterwards. */
export type Moved = OwnMoves & {
  readonly edited: ReadonlySet<TaskId>;
  readonly plans: readonly ScheduledPlan[];
  readonly problems: readonly { readonly problem: PlanProblem; readonly plan: ScheduledPlan }[];
};

/**
 * What edits would do: they are made as they would be for good, looked at, and taken back. So the
 * preview says exactly what saving does.
 */
export function previewEdits(scope: Scope, edits: readonly ScheduleEdit[]): Promise<Moved> {
  return takenBack(scope, () => applyEdits(scope, edits));
}

/** Makes edits in their order, all or none, and says what moved. */
export async function applyEdits(scope: Scope, edits: readonly ScheduleEdit[]): Promise<Moved> {
  await lockSchedule(scope);
  const since = await lastChange(scope);
  for (const edit of edits) await applyEdit(scope, edit);
  const plans = await rescheduled(scope);
  const moves = await movesOfTransaction(scope, since);
  const problems = plans.flatMap((plan) => problemsOf(plan).map((problem) => ({ problem, plan })));
  const edited = new Set(edits.flatMap((edit) => (edit.kind === 'task' ? [edit.id] : [])));
  return { ...moves, edited, plans, problems };
}

async function applyEdit(scope: Scope, edit: ScheduleEdit): Promise<void> {
  switch (edit.kind) {
    case 'task':
      return editTask(scope, { id: edit.id, version: edit.version ?? null }, edit.change);
    case 'add-dependency': {
      const { kind: _, ...draft } = edit;
      await addDependency(scope, draft);
      return;
    }
    case 'change-dependency':
      return changeDependency(scope, { id: edit.id, version: null }, edit.change);
    case 'remove-dependency':
      return dropDependency(scope, edit.id);
    case 'project':
      return setSchedule(scope, edit.id, edit.change);
    case 'add-leave': {
      const { kind: _, ...draft } = edit;
      await createLeave(scope, draft);
    }
  }
}

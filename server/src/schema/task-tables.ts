import type { ChecklistItemId, DependencyId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { DependencyType } from '@evenkeel/core/projects/dependency';
import type { Generated } from 'kysely';
import type { Row } from './tables.ts';

export type ChecklistItemTable = Row<ChecklistItemId> & {
  project_id: ProjectId;
  task_id: TaskId;
  name: string;
  position: number;
  is_done: Generated<boolean>;
};
export type DependencyTable = Row<DependencyId> & {
  project_id: ProjectId;
  predecessor_id: TaskId;
  successor_id: TaskId;
  type: Generated<DependencyType>;
  lag_minutes: Generated<number>;
};

/** What hangs on tasks. */
export type TaskTables = {
  checklist_item: ChecklistItemTable;
  dependency: DependencyTable;
};

import type { CustomFieldId, ImportId, ProjectId } from '@evenkeel/core/id';
import type { TaskOwn } from '@evenkeel/core/imports/task-own';
import type { KnownProject } from '@evenkeel/core/imports/task-plan';
import type { TaskColumns } from '@evenkeel/core/imports/task-plan-columns';
import type { Scope } from '../../../platform/db/scope.ts';
import { valuesOfFields } from '../../custom-fields/values/service.ts';
import * as repository from './repository.ts';

export {
  findTarget,
  isProject,
  listKnownPeople,
  listPhaseNames,
  saveTarget,
} from './repository.ts';

/** What an import finds in the project already; with no project, the people alone. */
export async function readKnown(
  scope: Scope,
  projectId: ProjectId | null,
  { source, own }: { readonly source: string; readonly own: TaskOwn },
): Promise<KnownProject> {
  const people = await repository.listKnownPeople(scope);
  if (projectId === null) return { tasks: [], phases: [], people, links: [] };
  const rows = await repository.listKnownTasks(scope, projectId, source);
  const keys = new Map(rows.map((row) => [row.id, keyOf(row, source)]));
  const links = (await repository.listKnownLinks(scope, projectId)).flatMap((link) => {
    const predecessorKey = keys.get(link.predecessor_id);
    const successorKey = keys.get(link.successor_id);
    return predecessorKey === undefined || successorKey === undefined
      ? []
      : [{ predecessorKey, successorKey }];
  });
  const phases = (await repository.listPhaseNames(scope, projectId)).map(({ name }) => name);
  // The ids of standing fields.
  const values = await valuesOfFields(
    scope,
    own.fields.map(({ id }) => id as CustomFieldId),
    rows.map(({ id }) => id),
  );
  const tasks = rows.map((row) => ({
    id: row.id,
    key: keyOf(row, source),
    parentId: row.parent_id,
    phase: row.phase_name,
    columns: columnsOf(row),
    own: values.get(row.id) ?? {},
  }));
  return { tasks, phases, people, links };
}

/** The name that a new project takes when nobody gives one, and whether there is any. */
export async function targetOf(scope: Scope, importId: ImportId) {
  const target = await repository.findTarget(scope, importId);
  // A project that went to the trash meanwhile is no target any more.
  const isThere = target?.project_id != null && target.project_deleted_at === null;
  return {
    projectId: isThere ? target.project_id : null,
    projectName: isThere ? (target.project_name ?? '') : '',
    projectKind: target?.project_kind ?? ('client' as const),
    newKind: target?.new_kind ?? ('client' as const),
    newName: target?.new_name ?? '',
    accountId: target?.account_id ?? null,
    accountName: target?.account_name ?? '',
  };
}

/** Keys are kept with the name of their plan before them. */
function keyOf(row: repository.KnownTaskRow, source: string): string {
  return (row.external_key ?? '').slice(source.length + 1);
}

function columnsOf(row: repository.KnownTaskRow): TaskColumns {
  return {
    name: row.name,
    notes: row.notes,
    estimateMinutes: row.estimate_minutes,
    isMilestone: row.is_milestone,
    state: row.state,
    doneOn: row.done_on,
    scheduling: row.scheduling,
    constraintType: row.constraint_type,
    constraintOn: row.constraint_on,
    constraintMinute: row.constraint_minute,
    typedDueOn: row.typed_due_on,
    splits: row.splits,
    durationMinutes: row.duration_minutes,
    taskType: row.task_type,
    isEffortDriven: row.is_effort_driven,
    deadlineOn: row.deadline_on,
    percentComplete: row.percent_complete,
    actualStartOn: row.actual_start_on,
    schedulePriority: row.schedule_priority,
    startOn: row.start_on,
    dueOn: row.due_on,
  };
}

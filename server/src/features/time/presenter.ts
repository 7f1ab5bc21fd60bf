import type { LoggedWork, TimeEntryRow, TimeTotals } from '@evenkeel/contract/time';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { integer } from '../../platform/db/values.ts';
import type { ListedEntry, sumEntries } from './repository.ts';

/** The columns by which every query here names a project and, perhaps, its task. */
export type WorkColumns = {
  project_id: ProjectId;
  project_number: number;
  project_name: string;
  kind: LoggedWork['project']['kind'];
  task_id: TaskId | null;
  task_number: number | null;
  task_name: string | null;
};

export function presentEntry(entry: ListedEntry): TimeEntryRow {
  return {
    id: entry.id,
    version: entry.version,
    person: { id: entry.person_id, name: entry.person_name },
    ...presentWork(entry),
    on: entry.on_date,
    minutes: entry.minutes,
    note: entry.note,
    isBillable: entry.is_billable,
  };
}

export function presentWork(row: WorkColumns): LoggedWork {
  return {
    project: {
      id: row.project_id,
      number: row.project_number,
      name: row.project_name,
      kind: row.kind,
    },
    task:
      row.task_id === null
        ? null
        : { id: row.task_id, number: row.task_number ?? 0, name: row.task_name ?? '' },
  };
}

export function presentTotals(sums: Awaited<ReturnType<typeof sumEntries>>): TimeTotals {
  return {
    minutes: integer(sums.minutes),
    billableMinutes: integer(sums.billable),
    clientMinutes: integer(sums.client),
    initiativeMinutes: integer(sums.initiative),
  };
}

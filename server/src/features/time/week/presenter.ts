import type { TimeTarget, TimeWeek, WeekRow } from '@evenkeel/contract/time';
import { groupedBy } from '@evenkeel/core/grouping';
import { presentWork, type WorkColumns } from '../presenter.ts';
import { presentOpened } from '../timesheets/presenter.ts';
import type { SoFar, Targets, Week } from './service.ts';

type WeekEntry = Week['entries'][number];

export function presentWeek(week: Week): TimeWeek {
  const { person, assigned, entries, soFar } = week;
  const assignedIds = new Set<string>(assigned.map(({ task_id }) => task_id));
  const entriesOf = groupedBy(entries, keyOf);
  const works = new Map<string, WorkColumns>();
  for (const row of [...entries, ...assigned]) works.set(keyOf(row), row);
  return {
    person: {
      id: person.id,
      name: person.name,
      joinedOn: person.joined_on,
      leftOn: person.left_on,
    },
    capacityMinutes: [...week.capacity],
    today: week.today,
    from: week.from,
    to: week.to,
    canWrite: week.canWrite,
    timesheet: presentOpened(week.timesheet),
    rows: [...works].map(([key, work]) =>
      presentRow(work, entriesOf.get(key) ?? [], { isAssigned: assignedIds.has(key), soFar }),
    ),
  };
}

export function presentTargets({ tasks, projects, soFar }: Targets): TimeTarget[] {
  const wholes = projects.map((project) => ({
    ...project,
    is_assigned: false,
    task_id: null,
    task_number: null,
    task_name: null,
  }));
  return [...tasks, ...wholes].map((row) => ({
    ...presentWork(row),
    isAssigned: row.is_assigned,
    soFar: soFar({ projectId: row.project_id, taskId: row.task_id }),
  }));
}

function presentRow(
  work: WorkColumns,
  entries: readonly WeekEntry[],
  { isAssigned, soFar }: { isAssigned: boolean; soFar: SoFar },
): WeekRow {
  return {
    ...presentWork(work),
    isAssigned,
    soFar: soFar({ projectId: work.project_id, taskId: work.task_id }),
    entries: entries.map((entry) => ({
      id: entry.id,
      version: entry.version,
      on: entry.on_date,
      minutes: entry.minutes,
      note: entry.note,
      isBillable: entry.is_billable,
    })),
  };
}

function keyOf(row: Pick<WorkColumns, 'task_id' | 'project_id'>): string {
  return row.task_id ?? row.project_id;
}

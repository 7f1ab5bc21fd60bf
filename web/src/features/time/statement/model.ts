import type { TimeStatement } from '@evenkeel/contract/effort';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Column } from '../../../ui/data-list/column.ts';
import { toCsv } from '../../../ui/data-list/csv.ts';

/** One entry of a statement with where it stands: a line of the CSV file. */
export type StatementLine = {
  readonly project: string;
  readonly task: string;
  readonly on: CalendarDate;
  readonly person: string;
  readonly minutes: number;
  readonly isBillable: boolean;
  readonly note: string;
};

/** Every entry of the statement in its order. */
export function linesOf(statement: TimeStatement): StatementLine[] {
  return statement.projects.flatMap((project) =>
    project.tasks.flatMap((task) =>
      task.entries.map((entry) => ({ project: project.name, task: task.name, ...entry })),
    ),
  );
}

/** The statement as CSV, an entry a line; names of people only where they are shown. */
export function statementCsv(statement: TimeStatement, withPeople: boolean): string {
  const columns: Column<StatementLine>[] = [
    { id: 'project', label: 'Project', value: (line) => line.project },
    { id: 'task', label: 'Task', value: (line) => line.task },
    { id: 'on', label: 'Day', value: (line) => line.on },
    ...(withPeople
      ? [{ id: 'person', label: 'Person', value: (line: StatementLine) => line.person }]
      : []),
    { id: 'hours', label: 'Hours', value: (line) => line.minutes / 60 },
    { id: 'billable', label: 'Billable', value: (line) => line.isBillable },
    { id: 'note', label: 'Note', value: (line) => line.note },
  ];
  return toCsv(linesOf(statement), columns);
}

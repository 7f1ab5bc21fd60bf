import type { TimeStatement } from '@evenkeel/contract/effort';
import { groupedBy, sumOf } from '@evenkeel/core/grouping';
import type { StatementEntry } from './repository.ts';
import type { readStatement } from './service.ts';

export function presentStatement({
  account,
  from,
  to,
  entries,
}: Awaited<ReturnType<typeof readStatement>>): TimeStatement {
  return {
    account,
    from,
    to,
    ...sums(entries),
    projects: groupsOf(entries, (entry) => entry.project_id).map(([project, own]) => ({
      id: project.project_id,
      number: project.project_number,
      name: project.project_name,
      ...sums(own),
      tasks: groupsOf(own, (entry) => entry.task_id ?? '').map(([task, lines]) => ({
        id: task.task_id,
        name: task.task_name ?? 'The project as a whole',
        estimateMinutes: task.estimate_minutes,
        ...sums(lines),
        entries: lines.map((line) => ({
          on: line.on_date,
          person: line.person_name,
          minutes: line.minutes,
          note: line.note,
          isBillable: line.is_billable,
        })),
      })),
    })),
  };
}

function groupsOf(
  entries: readonly StatementEntry[],
  keyOf: (entry: StatementEntry) => string,
): [StatementEntry, readonly StatementEntry[]][] {
  return [...groupedBy(entries, keyOf).values()].flatMap((group) => {
    const [first] = group;
    return first ? [[first, group] as [StatementEntry, readonly StatementEntry[]]] : [];
  });
}

function sums(entries: readonly StatementEntry[]) {
  return {
    minutes: sumOf(entries, (entry) => entry.minutes),
    billableMinutes: sumOf(entries, (entry) => (entry.is_billable ? entry.minutes : 0)),
  };
}

import type { TaskRow } from '@evenkeel/contract/tasks';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import { type DueGroup, dueGroup, dueGroups } from '@evenkeel/core/projects/task';

export const dueGroupLabels: Record<DueGroup, string> = {
  overdue: 'Overdue',
  today: 'Due today',
  'this-week': 'This week',
  later: 'Later',
  'no-date': 'Without a date',
};

/** Tasks by when they call for attention; only groups that have some. */
export function tasksByDue(
  tasks: readonly TaskRow[],
  today: CalendarDate,
): readonly { readonly group: DueGroup; readonly tasks: readonly TaskRow[] }[] {
  const groups = groupedBy(tasks, (task) => dueGroup(task.dueOn, today));
  return dueGroups.flatMap((group) => {
    const found = groups.get(group);
    return found ? [{ group, tasks: found }] : [];
  });
}

import { addDays } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { Scope } from '../../../platform/db/scope.ts';
import { notify } from '../../notifications/service.ts';
import { dueWords, soonDays } from './policy.ts';
import * as repository from './repository.ts';

/**
 * Reminds people of their tasks that are due soon or overdue, and the manager of the project of what
 * has been overdue for a week (U24). Returns how many reminders were written.
 */
export async function remindOfDue(scope: Scope): Promise<number> {
  const rows = await repository.listDueTasks(scope, addDays(scope.today, soonDays));
  let reminders = 0;
  for (const [id, [first, ...others]] of groupedBy(rows, (row) => row.id)) {
    if (!first) continue;
    const { key, title, isLong } = dueWords(first, scope.today);
    reminders += await notify(scope, {
      topic: 'due',
      key,
      title,
      body: first.project,
      subject: { kind: 'task', id },
      to: {
        people: [
          ...[first, ...others].map(({ personId }) => personId),
          ...(isLong ? [first.managerId] : []),
        ],
      },
    });
  }
  return reminders;
}

import type { EffortRow } from '@evenkeel/contract/effort';
import { integer } from '../../../platform/db/values.ts';
import type { EffortRecord } from './repository.ts';

export function presentEffort(row: EffortRecord): EffortRow {
  const { account_id: accountId, task_id: taskId, person_id: personId } = row;
  return {
    project: {
      id: row.project_id,
      number: row.project_number,
      name: row.project_name,
      kind: row.kind,
      account: accountId === null ? null : { id: accountId, name: row.account_name ?? '' },
    },
    task:
      taskId === null
        ? null
        : { id: taskId, number: row.task_number ?? 0, name: row.task_name ?? '' },
    person: personId === null ? null : { id: personId, name: row.person_name ?? '' },
    estimateMinutes: integer(row.estimate),
    plannedMinutes: integer(row.planned),
    loggedMinutes: integer(row.logged),
    billableMinutes: integer(row.billable),
    toGoMinutes: integer(row.to_go),
  };
}

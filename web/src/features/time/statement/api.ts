import { timeStatements } from '@evenkeel/contract/effort';
import type { AccountId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';
import { timeSubjects } from '../api.ts';
import type { DayRange } from '../ranges.ts';

/** What was worked for an account on some days; nothing is asked before one is chosen. */
export function useStatement(
  accountId: AccountId | null,
  { days, billable }: { readonly days: DayRange; readonly billable: 'yes' | 'all' },
) {
  return useApi(
    timeStatements.get,
    // Not called while there is no account: the empty id is never sent.
    { params: { id: accountId ?? ('' as AccountId) }, query: { ...days, billable } },
    { subjects: timeSubjects, keepPrevious: true, enabled: accountId !== null },
  );
}

import type { FinishView } from '@evenkeel/contract/balance';
import type { OpenEndReason } from '@evenkeel/core/balance/finish';
import { formatDate } from '../../../ui/format/date.ts';

/** When work is done by the forecast, in words: `Done in the week of 14 Dec 2026`. */
export function finishWords({ finishWeek, reason }: Omit<FinishView, 'projectId'>): string {
  if (finishWeek) return `Done in the week of ${formatDate(finishWeek)}`;
  return reason ? reasonWords[reason] : '';
}

const reasonWords: Record<OpenEndReason, string> = {
  'nothing-left': 'No planned work left',
  'no-role': 'No forecast: work without a role or person',
  'beyond-horizon': 'Not done within two years',
};

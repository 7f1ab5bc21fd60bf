import { effort, type effortGroupings } from '@evenkeel/contract/effort';
import { useApi } from '../../../lib/queries.ts';
import { timeSubjects } from '../api.ts';
import type { DayRange } from '../ranges.ts';

/** By what the report has its lines. */
export type EffortGrouping = (typeof effortGroupings)[number];

/** Estimated, planned and logged hours; logged of some days, or of all where null. */
export function useEffort(by: EffortGrouping, days: DayRange | null) {
  const query = { by, ...(days ?? {}) };
  return useApi(effort.report, { query }, { subjects: timeSubjects, keepPrevious: true });
}

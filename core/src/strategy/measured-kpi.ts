import type { CalendarDate } from '../calendar-date.ts';
import { type KpiPace, type KpiPlan, type KpiPoint, kpiPace } from './kpi.ts';
import { actualDueOn, type KpiFrequency } from './kpi-calendar.ts';

/** A KPI as it is kept: its own dates are null where those of its plan and goal hold. */
export type KeptKpi = Pick<KpiPlan, 'baseline' | 'target' | 'direction' | 'interimTargets'> & {
  readonly frequency: KpiFrequency;
  readonly startOn: CalendarDate | null;
  readonly deadline: CalendarDate | null;
  readonly planStartsOn: CalendarDate;
  readonly goalDeadline: CalendarDate | null;
  /** The latest actuals, the earliest first. */
  readonly series: readonly KpiPoint[];
};

/** A KPI held against its line on a day. */
export type MeasuredKpi = {
  readonly lineStartsOn: CalendarDate;
  readonly lineEndsOn: CalendarDate | null;
  readonly latest: KpiPoint | null;
  /** When the next actual is due; null when none is. */
  readonly dueOn: CalendarDate | null;
  readonly pace: KpiPace;
};

/** How a KPI stands on a day, with the dates that hold for it. */
export function measuredKpi(kpi: KeptKpi, today: CalendarDate): MeasuredKpi {
  const startOn = kpi.startOn ?? kpi.planStartsOn;
  const deadline = kpi.deadline ?? kpi.goalDeadline;
  const latest = kpi.series.at(-1) ?? null;
  const { frequency } = kpi;
  return {
    lineStartsOn: startOn,
    lineEndsOn: deadline,
    latest,
    dueOn: actualDueOn({ frequency, last: latest?.on ?? null, startOn, deadline }),
    pace: kpiPace({ ...kpi, startOn, deadline }, latest, today),
  };
}

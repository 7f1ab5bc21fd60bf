import type { KpiRow } from '@evenkeel/contract/kpis';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import {
  type KpiPerspective,
  type KpiPoint,
  kpiLine,
  kpiPerspectives,
} from '@evenkeel/core/strategy/kpi';
import { forecastReaches, kpiForecast } from '@evenkeel/core/strategy/kpi-forecast';
import { standingLabels } from '../../lib/kpi-standing.ts';
import { formatDate } from '../../ui/format/date.ts';
import { formatMeasured, roundedWithin } from '../../ui/format/measured.ts';

/** What a KPI's chart draws. */
export type KpiCurves = {
  readonly target: readonly KpiPoint[];
  readonly forecast: KpiPoint | null;
};

/** The line of a KPI, and where it arrives by its deadline when it goes on as lately. */
export function kpiCurves(kpi: KpiRow): KpiCurves {
  const { lineStartsOn: startOn, lineEndsOn: deadline } = kpi;
  const target = kpiLine({ ...kpi, startOn, deadline });
  return { target, forecast: deadline === null ? null : kpiForecast(kpi.series, deadline) };
}

/** `4.9 t of 3.2 t, at risk`: what a chart shows, for those who do not see it. */
export function kpiInWords(kpi: KpiRow): string {
  const latest = kpi.series.at(-1);
  const parts = [
    latest
      ? `${formatMeasured(latest.value, kpi.unit)} on ${formatDate(latest.on)}`
      : 'no actual yet',
    kpi.target === null ? null : `target ${formatMeasured(kpi.target, kpi.unit)}`,
    standingLabels[kpi.pace.standing].toLowerCase(),
  ];
  return `${kpi.name}: ${parts.filter(Boolean).join(', ')}`;
}

/** What it takes from here: `should be at 19.6% today; needs 1.1% more each month`. */
export function paceInWords(kpi: KpiRow): string | null {
  const { neededNow, neededPerMonth } = kpi.pace;
  if (neededNow === null) return null;
  const span = (kpi.target ?? 0) - (kpi.baseline ?? 0);
  const now = `Should be at ${formatMeasured(roundedWithin(neededNow, span), kpi.unit)} today`;
  if (neededPerMonth === null) return `${now}.`;
  const size = formatMeasured(roughly(Math.abs(neededPerMonth)), kpi.unit);
  return `${now}; needs ${size} ${neededPerMonth < 0 ? 'less' : 'more'} each month.`;
}

/** What the forecast says: reaches the target when, or how far it comes by the deadline. */
export function forecastInWords(kpi: KpiRow, { forecast }: KpiCurves): string | null {
  const latest = kpi.series.at(-1);
  if (!forecast || !latest || kpi.target === null) return null;
  const day = forecastReaches(latest, forecast, kpi.target);
  if (day) return `Going on as lately, it reaches the target on ${formatDate(day)}.`;
  const span = (kpi.target ?? 0) - (kpi.baseline ?? 0);
  const value = formatMeasured(roundedWithin(forecast.value, span), kpi.unit);
  return `Going on as lately, it comes to ${value} by ${formatDate(forecast.on)}.`;
}

/** When an actual is due in words; null while there is time. */
export function dueInWords(dueOn: CalendarDate | null, today: CalendarDate): string | null {
  return dueOn !== null && dueOn <= today ? `Actual due since ${formatDate(dueOn)}` : null;
}

/** KPIs under the four perspectives, in their order, also the empty ones. */
export function byPerspective(
  rows: readonly KpiRow[],
): readonly { readonly perspective: KpiPerspective; readonly rows: readonly KpiRow[] }[] {
  return kpiPerspectives.map((perspective) => ({
    perspective,
    rows: rows.filter((row) => row.perspective === perspective),
  }));
}

/** Two significant digits: a pace is an estimate. */
function roughly(value: number): number {
  return Number(value.toPrecision(2));
}

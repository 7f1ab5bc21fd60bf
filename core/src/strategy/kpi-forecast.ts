import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts';
import type { KpiPoint } from './kpi.ts';

/** The trend is read from this many of the latest actuals. */
const actualsRead = 6;
/** Fewer than this say nothing about where it goes. */
const actualsNeeded = 3;

/**
 * Where a KPI arrives when it goes on as in its latest six actuals: the least-squares line through
 * them, laid through the last one, so that the forecast begins where the actuals end. Null with fewer
 * than three actuals, all on one day, or an end that is not after the last.
 */
export function kpiForecast(actuals: readonly KpiPoint[], until: CalendarDate): KpiPoint | null {
  const read = actuals.toSorted((a, b) => (a.on < b.on ? -1 : 1)).slice(-actualsRead);
  const [first, last] = [read[0], read.at(-1)];
  if (!first || !last || read.length < actualsNeeded || until <= last.on) return null;
  const days = read.map((point) => daysBetween(first.on, point.on));
  const slope = leastSquaresSlope(
    days,
    read.map((point) => point.value),
  );
  if (slope === null) return null;
  return { on: until, value: last.value + slope * daysBetween(last.on, until) };
}

/** The day on which a forecast comes to a value, when it does so by its end. */
export function forecastReaches(
  last: KpiPoint,
  forecast: KpiPoint,
  value: number,
): CalendarDate | null {
  const whole = forecast.value - last.value;
  if (whole === 0) return null;
  const share = (value - last.value) / whole;
  if (share < 0 || share > 1) return null;
  return addDays(last.on, Math.ceil(share * daysBetween(last.on, forecast.on)));
}

/** Slope of the line with the least squared distance (Legendre, 1805); null when all x are one. */
function leastSquaresSlope(xs: readonly number[], ys: readonly number[]): number | null {
  const meanX = mean(xs);
  const meanY = mean(ys);
  const spread = xs.reduce((sum, x) => sum + (x - meanX) ** 2, 0);
  if (spread === 0) return null;
  const joint = xs.reduce((sum, x, index) => sum + (x - meanX) * ((ys[index] ?? meanY) - meanY), 0);
  return joint / spread;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

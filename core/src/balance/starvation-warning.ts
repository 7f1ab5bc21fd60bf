import { addDays, type CalendarDate, daysBetween, weekStart } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';

/** A week of an initiative that is over: what it was promised and what it was given, in minutes. */
export type PaceWeek = { readonly promisedMinutes: number; readonly givenMinutes: number };

/** What an initiative still has to do by a day. */
export type PaceTarget = {
  /** Work left until then, in minutes. */
  readonly remainingMinutes: number;
  readonly today: CalendarDate;
  readonly dueOn: CalendarDate;
};

/** How the rule weighs; see `starvationTuning` for the values in use. */
export type StarvationTuning = {
  /** After so many weeks a week counts half. */
  readonly halfLifeWeeks: number;
  /** No warning on fewer weeks than these. */
  readonly leastWeeks: number;
  /** How many standard errors the forecast may lack before it is a warning, eight weeks ahead. */
  readonly threshold: number;
};

/**
 * Tuned by `npm run bench:starvation` on simulated histories, and judged on others: see
 * docs/balance.md for the curve. The half-life that reaches nine in ten with the fewest false alarms.
 */
export const starvationTuning: StarvationTuning = {
  halfLifeWeeks: 2,
  leastWeeks: 3,
  threshold: 2.3,
};

/** The forecast of an initiative at its present pace, and whether it is starving. */
export type PaceForecast = {
  /** Minutes given in a week of late: recent weeks weigh more. */
  readonly paceMinutes: number;
  /** The same as a share of what was promised, in basis points; null when nothing was. */
  readonly paceBasisPoints: number | null;
  /** Monday of the week in which the work is done at this pace; null when it never is in ten years. */
  readonly finishWeek: CalendarDate | null;
  /** Work that is not done by the day, at this pace; 0 when all is. */
  readonly lackingMinutes: number;
  /** Lacking work in standard errors of the forecast: the greater, the surer. */
  readonly score: number;
  readonly isStarving: boolean;
};

const horizonWeeks = 520;

/**
 * Forecasts when the work is done at the present pace, and judges whether that is a warning.
 *
 * The pace is the mean of what the weeks gave, each week weighing half as much as one `halfLifeWeeks`
 * later (exponential smoothing; Brown, 1956). The forecast for the day is pace × weeks left; its
 * standard error follows from the scatter of the weeks about the pace, once for the pace itself
 * and once for the weeks to come. It is starving when less than promised was given and the work
 * lacking on the day is more than so many standard errors: `threshold` eight weeks ahead, half as
 * many on the day, and more the farther the day is, for then a few bad weeks can still be made up.
 * Complexity: O(weeks).
 * @param weeks the weeks that are over, the oldest first.
 */
export function forecastPace(
  weeks: readonly PaceWeek[],
  target: PaceTarget,
  tuning: StarvationTuning = starvationTuning,
): PaceForecast {
  const { pace, promised, scatter, evidence } = smoothed(weeks, tuning.halfLifeWeeks);
  const weeksLeft = Math.max(0, daysBetween(target.today, target.dueOn) + 1) / 7;
  const lacking = Math.max(0, target.remainingMinutes - pace * weeksLeft);
  const error = scatter * Math.sqrt((weeksLeft * weeksLeft) / evidence + weeksLeft);
  const score = lacking === 0 ? 0 : lacking / Math.max(error, 1);
  return {
    paceMinutes: Math.round(pace),
    paceBasisPoints: promised === 0 ? null : Math.round((pace * 10_000) / promised),
    finishWeek: finishWeekAt(pace, target),
    lackingMinutes: Math.round(lacking),
    score,
    isStarving:
      weeks.length >= tuning.leastWeeks &&
      pace < promised &&
      score > tuning.threshold * (0.5 + weeksLeft / 16),
  };
}

type Smoothed = {
  readonly pace: number;
  readonly promised: number;
  /** Standard deviation of a week about the pace; never below a fifth of the promise. */
  readonly scatter: number;
  /** How many weeks of equal weight the weighted ones are worth. */
  readonly evidence: number;
};

function smoothed(weeks: readonly PaceWeek[], halfLifeWeeks: number): Smoothed {
  const weights = weeks.map((_, index) => 0.5 ** ((weeks.length - 1 - index) / halfLifeWeeks));
  const whole = sumOf(weights, Number);
  if (whole === 0) return { pace: 0, promised: 0, scatter: 0, evidence: 1 };
  const mean = (of: (week: PaceWeek) => number) =>
    weeks.reduce((sum, week, index) => sum + of(week) * (weights[index] ?? 0), 0) / whole;
  const pace = mean((week) => week.givenMinutes);
  const promised = mean((week) => week.promisedMinutes);
  const variance = mean((week) => (week.givenMinutes - pace) ** 2);
  return {
    pace,
    promised,
    // Three even weeks by chance are no proof of an even pace.
    scatter: Math.max(Math.sqrt(variance), promised / 5),
    evidence: (whole * whole) / sumOf(weights, (weight) => weight * weight),
  };
}

function finishWeekAt(pace: number, { remainingMinutes, today }: PaceTarget): CalendarDate | null {
  if (remainingMinutes === 0) return weekStart(today);
  if (pace <= 0) return null;
  const weeks = Math.ceil(remainingMinutes / pace);
  return weeks > horizonWeeks ? null : weekStart(addDays(today, weeks * 7 - 1));
}

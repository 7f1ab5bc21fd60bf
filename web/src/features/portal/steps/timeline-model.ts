import type { PortalPlannedStep } from '@evenkeel/contract/portal/overviews';
import {
  type CalendarDate,
  dateFromDayNumber,
  dayNumber,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';

/** A step on the timeline; places are shares of its width, 0 to 1. */
export type TimelineRow = {
  readonly step: PortalPlannedStep;
  /** The day it was done, else the day that was told. */
  readonly at: number;
  /** Days that were told and did not come to be. */
  readonly earlier: readonly number[];
};

/** From the mark of one row to that of another that waits for it. */
export type TimelineLink = {
  readonly id: string;
  readonly from: { readonly row: number; readonly at: number };
  readonly to: { readonly row: number; readonly at: number };
};

/** A first of a month that is written on the axis. */
export type TimelineTick = { readonly at: number; readonly day: CalendarDate };

export type Timeline = {
  readonly rows: readonly TimelineRow[];
  readonly links: readonly TimelineLink[];
  readonly ticks: readonly TimelineTick[];
  readonly today: number;
};

/** Most names of months that the axis has room for. */
const mostTicks = 8;
/** Months between two names, the fewest first. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

/**
 * Steps with a day on one axis that holds all their days and today. Null when fewer than two have one:
 * a list says the same then.
 */
export function timelineOf(
  steps: readonly PortalPlannedStep[],
  today: CalendarDate,
): Timeline | null {
  const dated = steps.flatMap((step) => {
    const day = step.doneOn ?? step.day;
    if (day === null) return [];
    const told = step.day === null ? step.earlierDays : [...step.earlierDays, step.day];
    return [{ step, day, others: told.filter((one) => one !== day) }];
  });
  if (dated.length < 2) return null;
  const days = [today, ...dated.flatMap(({ day, others }) => [day, ...others])].map(dayNumber);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const margin = Math.max(3, Math.round((last - first) * 0.04));
  const range = { first: first - margin, last: last + margin };
  const placeOf = (day: CalendarDate) =>
    (dayNumber(day) - range.first) / (range.last - range.first);
  const rows = dated.map(({ step, day, others }) => ({
    step,
    at: placeOf(day),
    earlier: others.map(placeOf),
  }));
  const ticks = ticksOf(range).map((day) => ({ at: placeOf(day), day }));
  return { rows, links: linksOf(rows), ticks, today: placeOf(today) };
}

function linksOf(rows: readonly TimelineRow[]): TimelineLink[] {
  const ends = new Map(rows.map(({ step, at }, row) => [step.id, { row, at }]));
  return rows.flatMap(({ step, at }, row) =>
    step.waitsFor.flatMap((id) => {
      const from = ends.get(id);
      return from ? [{ id: `${id} ${step.id}`, from, to: { row, at } }] : [];
    }),
  );
}

/** Firsts of months within a range of days, so many months apart that their names have room. */
function ticksOf({ first, last }: { readonly first: number; readonly last: number }) {
  const months = monthsBetween(dateFromDayNumber(first), dateFromDayNumber(last))
    .map((month) => monthStart(month))
    .filter((day) => dayNumber(day) >= first);
  const step = monthSteps.find((count) => months.length / count <= mostTicks) ?? 120;
  return months.filter((day) => monthNumber(day) % step === 0);
}

/** Months since the year 0: every third begins a quarter, every twelfth a year. */
function monthNumber(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

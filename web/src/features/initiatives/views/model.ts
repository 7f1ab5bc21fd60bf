import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import {
  addDays,
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  daysBetween,
  earlier,
  later,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';

/** An initiative as a bubble: place in percent of the plot, size in pixels. */
export type Bubble = {
  readonly row: InitiativeRow;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  /** No longer in question: completed, shelved, rejected. */
  readonly isQuiet: boolean;
};

const quietStates = ['completed', 'shelved', 'rejected'];
const smallest = 22;
const largest = 64;

/** Bubbles by effort (right) and value (up); the area follows the budget, and none hides another. */
export function bubblesOf(rows: readonly InitiativeRow[]): {
  readonly bubbles: readonly Bubble[];
  readonly unscored: readonly InitiativeRow[];
} {
  const mostBudget = Math.max(1, ...rows.map(({ budget }) => budget ?? 0));
  const taken = new Map<string, number>();
  const bubbles: Bubble[] = [];
  const unscored: InitiativeRow[] = [];
  for (const row of rows) {
    const { valueScore, effortScore } = row;
    if (valueScore === null || effortScore === null) {
      unscored.push(row);
      continue;
    }
    const key = `${valueScore} ${effortScore}`;
    const same = taken.get(key) ?? 0;
    taken.set(key, same + 1);
    bubbles.push({
      row,
      left: percentOf(effortScore) + same * 4,
      top: 100 - percentOf(valueScore) + same * 3,
      size: Math.round(smallest + (largest - smallest) * Math.sqrt((row.budget ?? 0) / mostBudget)),
      isQuiet: quietStates.includes(row.state),
    });
  }
  return { bubbles: bubbles.toSorted((a, b) => b.size - a.size), unscored };
}

/** Scores of 1 to 10 within the plot, with room for a bubble at both ends. */
function percentOf(score: number): number {
  return 7 + ((score - 1) / 9) * 86;
}

/** A bar of the timeline, in percent of the months shown. */
export type TimelineBar = {
  readonly row: InitiativeRow;
  readonly left: number;
  readonly width: number;
  /** The part of it that lies behind today, in percent of the bar. */
  readonly passed: number;
};

export type Timeline = {
  readonly months: readonly { readonly month: CalendarMonth; readonly left: number }[];
  readonly today: number;
  readonly bars: readonly TimelineBar[];
  readonly undated: readonly InitiativeRow[];
};

/** Initiatives with dates as bars over the months they touch, today always among them. */
export function timelineOf(rows: readonly InitiativeRow[], today: CalendarDate): Timeline {
  const dated = rows.flatMap((row) => {
    const span = spanOf(row);
    return span ? [{ row, ...span }] : [];
  });
  const first = dated.map(({ from }) => from).reduce(earlier, today);
  const last = dated.map(({ to }) => to).reduce(later, today);
  const start = monthStart(monthOf(first));
  const end = monthEnd(addMonths(monthOf(last), 0));
  const days = daysBetween(start, addDays(end, 1));
  const percent = (day: CalendarDate) => (daysBetween(start, day) / days) * 100;
  return {
    months: monthsBetween(start, end).map((month) => ({ month, left: percent(monthStart(month)) })),
    today: percent(today),
    bars: dated
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ row, from, to }) => ({
        row,
        left: percent(from),
        width: percent(addDays(to, 1)) - percent(from),
        passed:
          Math.min(1, Math.max(0, daysBetween(from, today) / (daysBetween(from, to) + 1))) * 100,
      })),
    undated: rows.filter((row) => spanOf(row) === null),
  };
}

function spanOf({
  startOn,
  endOn,
}: InitiativeRow): { from: CalendarDate; to: CalendarDate } | null {
  const from = startOn ?? endOn;
  const to = endOn ?? startOn;
  return from === null || to === null ? null : { from, to: later(from, to) };
}

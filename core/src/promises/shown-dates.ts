import type { CalendarDate } from '../calendar-date.ts';
import type { Instant } from '../instant.ts';
import { type PromiseChannel, type PromiseVersion, standing, standingAt } from './promise.ts';

/** A date as the portal shows it: the day that was told, and those told before it. */
export type ShownDate = {
  readonly subject: PromiseVersion['subject'];
  readonly wording: string;
  readonly day: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly toldAt: Instant;
  readonly history: readonly {
    readonly day: CalendarDate;
    readonly toldAt: Instant;
    readonly channel: PromiseChannel;
  }[];
};

/**
 * The dates that the portal shows at a moment, the nearest first: from the versions told by then and
 * from nothing else, so that what was shown at any time can be built again (B08). O(n log n).
 */
export function shownDates(versions: readonly PromiseVersion[], at: Instant): ShownDate[] {
  const dates = versions.filter(({ what, toldAt }) => what === 'date' && toldAt <= at);
  const isShown = new Set(
    standingAt(dates, at).flatMap((version) => (version.isShown ? version.id : [])),
  );
  return standing(dates)
    .filter(({ current }) => isShown.has(current.id))
    .map(({ current, history }) => shownDate(current, history))
    .toSorted((a, b) => order(a, b));
}

function shownDate(current: PromiseVersion, history: readonly PromiseVersion[]): ShownDate {
  const days = daysTold(history);
  return {
    subject: current.subject,
    wording: current.wording,
    day: current.day,
    doneOn: current.doneOn,
    toldAt: days.at(-1)?.toldAt ?? current.toldAt,
    history: days.slice(0, -1),
  };
}

/** Each day once, when it was told first in a row. */
function daysTold(history: readonly PromiseVersion[]): ShownDate['history'][number][] {
  const days: ShownDate['history'][number][] = [];
  for (const { day, toldAt, channel } of history) {
    if (day !== null && day !== days.at(-1)?.day) days.push({ day, toldAt, channel });
  }
  return days;
}

function order(a: ShownDate, b: ShownDate): number {
  const [one, other] = [
    `${a.day ?? a.doneOn ?? ''} ${a.subject.id}`,
    `${b.day ?? b.doneOn ?? ''} ${b.subject.id}`,
  ];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

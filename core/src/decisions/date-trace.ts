import type { CalendarDate } from '../calendar-date.ts';
import type { Id } from '../id.ts';
import type { Instant } from '../instant.ts';

/** Where the walk back from a date ends. */
export const traceEnds = [
  'decision',
  'change-request',
  'delay-notice',
  'hand-off',
  'first-plan',
] as const;
/** Where the walk back from a date ends. */
export type TraceEnd = (typeof traceEnds)[number];

/** What a write of a date stands on: a decision, an accepted change or notice, a hand-off. */
export type TraceAnchor = {
  readonly kind: Exclude<TraceEnd, 'first-plan'>;
  readonly id: Id<string>;
  readonly name: string;
};

/** One write of a date, everything of its transaction taken together. */
export type DateWrite = {
  readonly at: Instant;
  readonly by: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly isCreation: boolean;
  readonly anchor: TraceAnchor | null;
};

/** The way back from a date as it stands, the latest write first, and what it ends in. */
export type DateTrace = {
  readonly steps: readonly DateWrite[];
  readonly end: TraceEnd;
};

/**
 * Walks back from a date to what it stands on: the latest decision, accepted change, accepted notice or
 * hand-off on the way, or the first plan. A date that was moved and moved back stands on what it stood on before, so
 * that undoing leaves no trace (B10). `writes` come in the order in which they were written; each begins
 * where the one before ended. O(writes²) at worst, O(writes) without returns.
 */
export function dateTrace(writes: readonly DateWrite[]): DateTrace {
  const steps: DateWrite[] = [];
  let place = writes.length - 1;
  while (place >= 0) {
    const write = writes[place];
    if (!write) break;
    const earlier = write.anchor ? -1 : lastWith(writes, write.to, place - 1);
    if (earlier >= 0) {
      place = earlier;
      continue;
    }
    steps.push(write);
    if (write.anchor) return { steps, end: write.anchor.kind };
    place -= 1;
  }
  return { steps, end: 'first-plan' };
}

/** The last place up to `until` whose write ended in this day; -1 where none did. */
function lastWith(writes: readonly DateWrite[], day: CalendarDate | null, until: number): number {
  for (let place = until; place >= 0; place -= 1) {
    if (writes[place]?.to === day) return place;
  }
  return -1;
}

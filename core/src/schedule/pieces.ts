import type { ScheduleTask } from './model.ts';
import type { Span } from './placement.ts';
import { addWork, nextWorkStart, type WorkClock, workBetween } from './work-clock.ts';

type Pausing = Pick<ScheduleTask, 'duration' | 'splits' | 'progress'>;

/**
 * The stretches in which a task is worked on, from its start to its finish: more than one where it has
 * pauses (`splits`) or where the rest of work under way goes on later than it stopped. Nights and days
 * off within a stretch count to it. Nothing is drawn before `start` or after `finish`; a task whose
 * pauses have no room in between runs in one piece. O(pauses).
 */
export function piecesOf(task: Pausing, { start, finish }: Span, clock: WorkClock): Span[] {
  if (task.duration.unit === 'elapsed' || task.duration.minutes === 0) return [{ start, finish }];
  const pieces: Span[] = [];
  let from = start;
  let worked = 0;
  for (const { afterMinutes, gapMinutes } of pausesOf(task, start, clock)) {
    const until = addWork(clock, from, afterMinutes - worked);
    const next = nextWorkStart(clock, addWork(clock, until, gapMinutes));
    if (until <= from || next <= until || next >= finish) continue;
    pieces.push({ start: from, finish: until });
    from = next;
    worked = afterMinutes;
  }
  return [...pieces, { start: from, finish }];
}

/** Pauses in the order of the work before them, with the one between `stop` and `resume`. */
function pausesOf({ splits = [], progress }: Pausing, start: number, clock: WorkClock) {
  const { stop, resume } = progress ?? {};
  const sorted = [...splits].sort((a, b) => a.afterMinutes - b.afterMinutes);
  if (sorted.length > 0 || stop === undefined || resume === undefined || resume <= stop)
    return sorted;
  const gapMinutes = workBetween(clock, stop, resume);
  return gapMinutes > 0 ? [{ afterMinutes: workBetween(clock, start, stop), gapMinutes }] : [];
}

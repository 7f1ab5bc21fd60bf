import type { Minute, ScheduleTask } from './model.ts';
import { backwardOn, beginOf, hull, type Part, type Span } from './parts.ts';
import type { Placement, PlacementSetting } from './placement.ts';
import { addWork, workBetween } from './work-clock.ts';

/**
 * Work that has begun: it starts when it started, and what remains follows what is done, or begins at
 * `resume`, or (where the plan splits tasks under way) after what its links ask.
 */
export function underWay(
  task: ScheduleTask,
  parts: readonly Part[],
  { splitsInProgress: splits, today }: PlacementSetting,
): Placement {
  const { actualStart = 0, stop, resume, actualMinutes, percentComplete } = task.progress ?? {};
  const done = actualMinutes ?? (task.duration.minutes * (percentComplete ?? 0)) / 100;
  // Minutes of the clock, and milestones, which have none, lie in no calendar.
  const isOnClock = task.duration.unit === 'elapsed' || task.duration.minutes === 0;
  const finishWith = (part: Part, bound: Minute): Minute => {
    // Where the rest goes on is known: it ends by its own length from there, whatever lies before.
    const known = resume === undefined ? undefined : knownFinish(part, today);
    if (known !== undefined) return known;
    const start = beginOf(part, actualStart);
    const stopped = stop ?? addWork(part.clock, start, Math.min(done, part.minutes));
    const isLeft = done < task.duration.minutes;
    const asked = Math.max(resume ?? (splits ? bound : stopped), isLeft ? today : stopped);
    const resumed = Math.max(stopped, asked);
    if (resume !== undefined && part.isEven)
      return addWork(part.clock, resumed, Math.max(0, part.minutes - done));
    const gap = resumed > stopped ? workBetween(part.clock, stopped, resumed) : 0;
    return addWork(part.clock, start, part.minutes + Math.max(0, gap));
  };
  const rest = Math.max(0, task.duration.minutes - done);
  const forward = (bound: Minute): Span => {
    if (isOnClock) {
      const finish = Math.max(actualStart + task.duration.minutes, (resume ?? actualStart) + rest);
      return { start: actualStart, finish };
    }
    const finishes = parts.map((part) => finishWith(part, bound));
    const finish = Math.max(actualStart, ...finishes);
    const atLeast = task.constraint?.type === 'finishNoEarlierThan' ? task.constraint.date : finish;
    return { start: actualStart, finish: Math.max(finish, atLeast) };
  };
  // The latest way for what remains: what is done lies where it lies.
  const backward = (bound: Minute): Span =>
    isOnClock
      ? { start: bound - rest, finish: bound }
      : hull(
          parts.map((part) =>
            backwardOn({ ...part, delay: 0, minutes: Math.min(part.minutes, rest) }, bound),
          ),
        );
  return { isPinned: !splits || resume !== undefined, forward, backward };
}

/** The finish of an assignment of which it is known when it ended or when how much goes on. */
function knownFinish({ known, clock }: Part, today: Minute): Minute | undefined {
  if (!known) return undefined;
  if ('finish' in known) return known.finish;
  return addWork(clock, Math.max(known.resume, today), known.rest);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar-date.ts';
import type { TaskId } from '../id.ts';
import { monday, taskId } from './schedule.fixture.ts';
import {
  daysBefore,
  movesBetween,
  type RecordedChange,
  type StandingDays,
} from './schedule-moves.ts';

/** A history of writes on three tasks: what is written, and how the record keeps it. */
const writes = fc.array(
  fc.record({
    task: fc.constantFrom('A', 'B', 'C').map(taskId),
    what: fc.constantFrom('start', 'due', 'trash', 'restore'),
    at: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 20 },
);

test('the record read backwards gives the days of every earlier moment', () => {
  fc.assert(
    fc.property(writes, (list) => {
      const moments = [startingDays()];
      const record: RecordedChange[] = [];
      for (const write of list) {
        const before = moments.at(-1) ?? new Map();
        const { after, change } = written(before, write);
        moments.push(after);
        record.push(change);
      }
      const end = moments.at(-1) ?? new Map();
      moments.forEach((moment, index) => {
        const found = daysBefore(record.slice(index), end);
        expect(movesBetween(found, moment)).toEqual([]);
        expect([...found].map(([id, days]) => [id, days.isThere])).toEqual(
          [...moment].map(([id, days]) => [id, days.isThere]),
        );
      });
    }),
  );
});

function startingDays(): Map<TaskId, StandingDays> {
  return new Map(
    ['A', 'B', 'C'].map((name) => [taskId(name), { startOn: monday, dueOn: null, isThere: true }]),
  );
}

function written(
  before: ReadonlyMap<TaskId, StandingDays>,
  { task, what, at }: { task: TaskId; what: string; at: number },
): { after: Map<TaskId, StandingDays>; change: RecordedChange } {
  const standing = before.get(task) ?? { startOn: null, dueOn: null, isThere: true };
  const to = {
    start: { startOn: addDays(monday, at) },
    due: { dueOn: addDays(monday, at) },
    trash: { isThere: false },
    restore: { isThere: true },
  }[what];
  const after = { ...standing, ...to };
  const columns = (days: StandingDays) => ({
    start_on: days.startOn,
    due_on: days.dueOn,
    deleted_at: days.isThere ? null : '2026-06-01T00:00:00Z',
  });
  const [old, now] = [columns(standing), columns(after)];
  const names = (['start_on', 'due_on', 'deleted_at'] as const).filter(
    (name) => old[name] !== now[name],
  );
  const picked = (from: Record<string, unknown>) =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  return {
    after: new Map(before).set(task, after),
    change: { taskId: task, action: 'update', before: picked(old), after: picked(now) },
  };
}

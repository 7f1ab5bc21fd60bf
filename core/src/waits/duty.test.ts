import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutyAfter, dutyStates, dutySteps, reminderDays, reminderDue } from './duty.ts';

test('a duty is asked, answered, confirmed; sent back it is theirs again (CL-05)', () => {
  expect(dutyAfter('asked', 'answer')).toBe('answered');
  expect(dutyAfter('answered', 'confirm')).toBe('confirmed');
  expect(dutyAfter('answered', 'send-back')).toBe('asked');
  expect(dutyAfter('paused', 'resume')).toBe('asked');
  expect(dutyAfter('withdrawn', 'answer')).toBeNull();
});

test('nothing but sending back leads out of what is confirmed, and nothing out of withdrawn', () => {
  for (const step of dutySteps) {
    if (step !== 'send-back') expect(dutyAfter('confirmed', step)).toBeNull();
    expect(dutyAfter('withdrawn', step)).toBeNull();
  }
  expect(dutyStates).toHaveLength(5);
});

test('each reminder goes once, and a missed one does not hold up the next (CL-05)', () => {
  expect(reminderDue(-3, null)).toBeNull();
  expect(reminderDue(-2, null)).toBe(-2);
  expect(reminderDue(-1, -2)).toBeNull();
  expect(reminderDue(5, -2)).toBe(3);
  expect(reminderDue(40, 14)).toBeNull();
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10, max: 60 })), (days) => {
      let sent: number | null = null;
      const all: number[] = [];
      for (const day of days.toSorted((a, b) => a - b)) {
        const due = reminderDue(day, sent);
        if (due === null) continue;
        sent = due;
        all.push(due);
      }
      expect(new Set(all).size).toBe(all.length);
      expect(all.length).toBeLessThanOrEqual(reminderDays.length);
    }),
  );
});

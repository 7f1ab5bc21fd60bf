import { expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { accountHealth } from './account-health.ts';

const on = calendarDate('2026-06-15');
const none = { dueOn: null, standing: 'none', daysOverdue: 0 } as const;
const fine = { dueOn: on, standing: 'fine', daysOverdue: 0 } as const;
const overdue = (daysOverdue: number) => ({ dueOn: on, standing: 'overdue', daysOverdue }) as const;

test.each([
  ['nothing known', { next: none, runningProjects: 0, lateProjects: 0 }, 'unknown'],
  ['projects in time', { next: none, runningProjects: 2, lateProjects: 0 }, 'on-track'],
  ['contact kept up', { next: fine, runningProjects: 0, lateProjects: 0 }, 'on-track'],
  ['contact a little late', { next: overdue(3), runningProjects: 1, lateProjects: 0 }, 'at-risk'],
  ['a project late', { next: fine, runningProjects: 1, lateProjects: 1 }, 'at-risk'],
  ['contact long overdue', { next: overdue(31), runningProjects: 0, lateProjects: 0 }, 'off-track'],
  ['both late', { next: overdue(1), runningProjects: 1, lateProjects: 1 }, 'off-track'],
] as const)('%s (CR-19)', (_, facts, expected) => {
  const judged = accountHealth(facts);
  expect(judged.health).toBe(expected);
  expect(judged.reason).not.toBe('');
});

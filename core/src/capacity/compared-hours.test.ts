import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import type { PersonId, ProjectId, TaskId, TimeEntryId } from '../id.ts';
import { comparedRows, comparedSums, type EstimatedTask } from './compared-hours.ts';

const nobody = { roleId: null, teamId: null };
const site = 'site' as ProjectId;
const [ada, ben] = ['ada', 'ben'] as PersonId[];
const draw: EstimatedTask = {
  id: 'draw' as TaskId,
  projectId: site,
  roleId: null,
  startOn: calendarDate('2026-11-30'),
  dueOn: calendarDate('2026-12-01'),
  estimateMinutes: 601,
  assigneeIds: [ada as PersonId, ben as PersonId],
};
const input = {
  range: { from: calendarDate('2026-11-01'), to: calendarDate('2026-12-31') },
  allocated: [],
  tasks: [draw, { ...draw, id: 'vague' as TaskId, dueOn: null, assigneeIds: [] }],
  entries: [
    {
      id: 'e1' as TimeEntryId,
      projectId: site,
      personId: ada as PersonId,
      on: calendarDate('2026-11-30'),
      minutes: 90,
    },
  ],
  bearerOf: () => nobody,
};

describe('hours compared (U12)', () => {
  test('lay whole estimates over the days of the task, shared by who is on it; undated ones in no month', () => {
    const sums = comparedSums(comparedRows(input), ({ month, personId }) => `${month} ${personId}`);
    expect(
      Object.fromEntries(
        [...sums].map(([key, { estimated, logged }]) => [key, [estimated, logged]]),
      ),
    ).toEqual({
      '2026-11 ada': [151, 90],
      '2026-12 ada': [150, 0],
      '2026-11 ben': [150, 0],
      '2026-12 ben': [150, 0],
      'null null': [601, 0],
    });
  });
});

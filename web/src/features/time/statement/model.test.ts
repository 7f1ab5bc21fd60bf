import type { TimeStatement } from '@evenkeel/contract/effort';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { expect, test } from 'vitest';
import { statementCsv } from './model.ts';

const on = calendarDate('2026-11-02');
const statement: TimeStatement = {
  account: { id: '0198c0de-0000-7000-8000-000000000001' as AccountId, name: 'Meridian' },
  from: on,
  to: on,
  minutes: 90,
  billableMinutes: 90,
  projects: [
    {
      id: '0198c0de-0000-7000-8000-000000000002' as ProjectId,
      number: 1001,
      name: 'Claims portal',
      minutes: 90,
      billableMinutes: 90,
      tasks: [
        {
          id: null,
          name: 'The project as a whole',
          estimateMinutes: null,
          minutes: 90,
          billableMinutes: 90,
          entries: [{ on, person: 'Mara', minutes: 90, note: '=1+1', isBillable: true }],
        },
      ],
    },
  ],
};

test('a statement goes out as CSV, an entry a line, with names only where they are shown (U05)', () => {
  expect(statementCsv(statement, true)).toBe(
    '\ufeffProject,Task,Day,Person,Hours,Billable,Note\r\n' +
      "Claims portal,The project as a whole,2026-11-02,Mara,1.5,yes,'=1+1\r\n",
  );
  expect(statementCsv(statement, false)).not.toContain('Mara');
});

import type { TimesheetRow } from '@evenkeel/contract/timesheets';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { expect, test } from 'vitest';
import { byPerson, owedWeeks } from './model.ts';

function week(monday: string, part: Partial<TimesheetRow> = {}): TimesheetRow {
  return {
    person: { id: '0198c0de-0000-7000-8000-000000000001' as PersonId, name: 'Mara' },
    week: calendarDate(monday),
    state: 'open',
    version: 0,
    note: '',
    reason: '',
    submittedAt: null,
    decidedAt: null,
    decidedBy: null,
    minutes: 0,
    capacityMinutes: 2_400,
    billableMinutes: 0,
    clientMinutes: 0,
    initiativeMinutes: 0,
    daysWithoutTime: [],
    canDecide: false,
    ...part,
  };
}

test('a week is owed once it is over, unless it was submitted or nobody was to work', () => {
  const rows = [
    week('2026-11-23'),
    week('2026-11-16'),
    week('2026-11-09', { state: 'submitted' }),
    week('2026-11-02', { state: 'returned' }),
    week('2026-10-26', { capacityMinutes: 0 }),
  ];
  const owed = owedWeeks(rows, calendarDate('2026-11-29'));
  expect(owed.map((row) => row.week)).toEqual(['2026-11-16', '2026-11-02']);
});

test('weeks stand by person, in the order people come', () => {
  const other = { id: '0198c0de-0000-7000-8000-000000000002' as PersonId, name: 'Ole' };
  const rows = [
    week('2026-11-23'),
    week('2026-11-23', { person: other }),
    week('2026-11-16', { minutes: 5 }),
  ];
  const [mara, ole] = byPerson(rows);
  expect(mara?.weeks.get(calendarDate('2026-11-16'))?.minutes).toBe(5);
  expect(ole?.person.name).toBe('Ole');
});

import type { TimeWeek, WeekRow } from '@evenkeel/contract/time';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { weekDays } from '@evenkeel/core/time/week';
import { describe, expect, test } from 'vitest';
import { leftInWords, minutesLeft } from '../model.ts';
import {
  cellKey,
  cellOf,
  entriesByDay,
  gridRows,
  rowMinutes,
  shownTotals,
  unsavedMinutes,
} from './model.ts';

const monday = calendarDate('2026-11-23');
const today = calendarDate('2026-11-25');

function row(
  name: string,
  kind: 'client' | 'initiative',
  entries: WeekRow['entries'] = [],
): WeekRow {
  return {
    // Ids are opaque to the model.
    project: { id: `p-${kind}` as WeekRow['project']['id'], number: 1, name: `The ${kind}`, kind },
    task: { id: name as NonNullable<WeekRow['task']>['id'], number: 1, name },
    isAssigned: true,
    soFar: { estimateMinutes: 600, loggedMinutes: 390 },
    entries,
  };
}

function entry(id: string, on: string, minutes: number, note = ''): WeekRow['entries'][number] {
  return {
    id: id as WeekRow['entries'][number]['id'],
    version: 1,
    on: calendarDate(on),
    minutes,
    note,
    isBillable: true,
  };
}

function week(rows: WeekRow[]): TimeWeek {
  return {
    person: {
      id: 'mara' as TimeWeek['person']['id'],
      name: 'Mara',
      joinedOn: calendarDate('2020-01-01'),
      leftOn: null,
    },
    capacityMinutes: [480, 480, 480, 480, 480, 0, 0],
    today,
    from: monday,
    to: calendarDate('2026-11-29'),
    canWrite: true,
    timesheet: {
      state: 'open',
      version: 0,
      note: '',
      reason: '',
      submittedAt: null,
      decidedAt: null,
      decidedBy: null,
      canSubmit: true,
      canDecide: false,
    },
    rows,
  };
}

describe('the week grid', () => {
  test('keeps client projects before initiatives, and adds a row once', () => {
    const own = week([row('Texts', 'initiative'), row('Interviews', 'client')]);
    const rows = gridRows(own, [row('Texts', 'initiative'), row('Analysis', 'client')]);
    expect(rows.map(({ task }) => task?.name)).toEqual(['Analysis', 'Interviews', 'Texts']);
  });

  test('shows what is typed before it is saved, in the cell, the row, the week and what is left', () => {
    const interviews = row('Interviews', 'client', [entry('a', monday, 60, 'Calls')]);
    const drafts = new Map([[cellKey(interviews, monday), 150]]);
    const cells = weekDays(monday).map((on) => cellOf(interviews, on, { today, drafts }));
    expect(cells[0]).toMatchObject({ minutes: 150, hasNote: true, isCompound: false });
    expect(rowMinutes(cells)).toBe(150);
    expect(unsavedMinutes(interviews, cells)).toBe(90);
    expect(leftInWords(interviews.soFar, 90)).toBe('2 h of 10 h left');
    const totals = shownTotals(week([interviews]), [{ row: interviews, cells }]);
    expect(totals).toMatchObject({ minutes: 150, clientMinutes: 150, capacityMinutes: 2_400 });
  });

  test('marks what cannot be typed into: several entries, and days to come', () => {
    const many = row('Interviews', 'client', [entry('a', monday, 60), entry('b', monday, 30)]);
    const drafts = new Map<string, number>();
    expect(cellOf(many, monday, { today, drafts })).toMatchObject({
      minutes: 90,
      isCompound: true,
    });
    expect(cellOf(many, calendarDate('2026-11-26'), { today, drafts }).isFuture).toBe(true);
    expect(cellOf(many, today, { today, drafts }).isFuture).toBe(false);
  });

  test('reads by day with the latest first, each with its work', () => {
    const days = entriesByDay(
      week([
        row('Texts', 'initiative', [entry('c', '2026-11-24', 30)]),
        row('Interviews', 'client', [entry('a', monday, 60), entry('b', '2026-11-24', 15)]),
      ]),
    );
    expect(days.map(({ on, entries }) => [on, entries.map((item) => item.entry.id)])).toEqual([
      ['2026-11-24', ['b', 'c']],
      ['2026-11-23', ['a']],
    ]);
  });
});

describe('what is left of an estimate (U16)', () => {
  test('turns into how much is over, and is unknown without an estimate', () => {
    expect(leftInWords({ estimateMinutes: 60, loggedMinutes: 90 })).toBe('0:30 h over 1 h');
    expect(leftInWords({ estimateMinutes: null, loggedMinutes: 90 })).toBe('');
    expect(minutesLeft({ estimateMinutes: 60, loggedMinutes: 30 }, 30)).toBe(0);
  });
});

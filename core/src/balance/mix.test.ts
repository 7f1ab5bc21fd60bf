import { describe, expect, test } from 'vitest';
import { loadCells } from './cells.ts';
import { day, designer, emptyFirm, entry, person, project, task } from './firm.fixture.ts';
import {
  coveredRange,
  judgeShare,
  monthMixes,
  quarterMixes,
  quartersAround,
  strategicShare,
} from './mix.ts';
import { loadRows } from './rows.ts';

test('the strategic share is initiative / (initiative + client)', () => {
  expect(strategicShare(8, 32)).toBe(2000);
  expect(strategicShare(1, 2)).toBe(3333);
  expect(strategicShare(5, 0)).toBe(10_000);
  expect(strategicShare(0, 0)).toBeNull();
});

test.each([
  [null, 'no-work'],
  [1499, 'too-client-heavy'],
  [1500, 'on-target'],
  [2500, 'on-target'],
  [2501, 'too-strategic'],
])('a share of %s basis points against 20 ± 5 %% is %s (BA-02)', (share, verdict) => {
  expect(judgeShare(share, { shareBasisPoints: 2000, toleranceBasisPoints: 500 })).toBe(verdict);
});

test.each([
  ['2026-11-18', ['2026-07-01', '2026-10-01', '2027-01-01'], '2027-03-31'],
  ['2027-01-01', ['2026-10-01', '2027-01-01', '2027-04-01'], '2027-06-30'],
  ['2028-03-31', ['2027-10-01', '2028-01-01', '2028-04-01'], '2028-06-30'],
])('around %s stand three quarters', (today, starts, end) => {
  const quarters = quartersAround(day(today));
  expect(quarters.map((quarter) => quarter.from)).toEqual(starts);
  expect(quarters[2].to).toBe(end);
});

describe('a firm with both kinds of work', () => {
  const firm = {
    ...emptyFirm,
    roles: [designer],
    people: [person('Ada')],
    projects: [project('Site'), project('Academy', { kind: 'initiative' })],
    logs: [
      entry('Site', '2026-08-03', { minutes: 300 }),
      entry('Site', '2026-10-05', { minutes: 240 }),
      entry('Academy', '2026-10-06', { minutes: 60 }),
    ],
    tasks: [
      task('Teach', 'Academy', { estimateMinutes: 100 }),
      task('Draw', 'Site', {
        estimateMinutes: 300,
        startOn: day('2027-01-04'),
        dueOn: day('2027-01-29'),
      }),
    ],
  };
  const cells = loadCells(loadRows(firm, coveredRange(firm)));

  test('shows the share of each month of the view, past and planned', () => {
    expect(
      monthMixes(firm, cells).map((mix) => [mix.month, mix.shareByMinutes, mix.verdict]),
    ).toEqual([
      ['2026-10', 2000, 'on-target'],
      ['2026-11', 10_000, 'too-strategic'],
      ['2026-12', null, 'no-work'],
    ]);
  });

  test('shows three quarters, also outside the view', () => {
    expect(
      quarterMixes(firm, cells).map((mix) => [
        mix.which,
        mix.initiativeMinutes,
        mix.clientMinutes,
        mix.shareByMinutes,
      ]),
    ).toEqual([
      ['previous', 0, 300, 0],
      ['current', 160, 240, 4000],
      ['next', 0, 300, 0],
    ]);
  });
});

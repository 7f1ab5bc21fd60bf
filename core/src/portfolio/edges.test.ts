import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import type { CalendarMonth } from '../calendar-date.ts';
import { check } from './check.ts';
import { findConflict } from './conflict.ts';
import { highsSolver } from './highs-solver.ts';
import { leftOut } from './left-out.ts';
import type { Candidate, PortfolioProblem } from './model.ts';
import { acceptOverload, committedChoices, startsThatEnd } from './overload.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { readBestValues, readMknap } from './read-mknap.ts';
import { solvePortfolio } from './solve.ts';
import { validate } from './validate.ts';

const solver = highsSolver(await loadHighs());
const months = ['2026-01', '2026-02', '2026-03'] as CalendarMonth[];

function deal(id: string, marginMinor: number, minutes: readonly number[]): Candidate {
  return {
    id,
    kind: 'client',
    committed: false,
    marginMinor,
    starts: [0],
    effort: [{ roleId: 'designer', minutes }],
    cashMinor: [],
  };
}

function problemOf(candidates: readonly Candidate[], capacity: number): PortfolioProblem {
  return {
    months,
    roles: ['designer'],
    capacityMinutes: [[capacity, capacity, capacity]],
    candidates,
    mandatory: [],
    exclusive: [],
    requires: [],
    reserve: { keptMinutes: [[0, 0, 0]], initiativeMinutes: [], initiativeSpend: [] },
    clientCash: [],
    pins: [],
    objective: { maximise: 'margin', leastContribution: null },
  };
}

describe('a portfolio at its edges (B01)', () => {
  it('is empty where there is no candidate, no capacity, or nothing but loss', () => {
    const empty = { status: 'optimal', chosen: [], value: 0, bound: 0 };
    expect(solvePortfolio(problemOf([], 0), { solver })).toMatchObject(empty);
    const none = problemOf([deal('a', 10, [60])], 0);
    expect(solvePortfolio(none, { solver })).toMatchObject(empty);
    const loss = problemOf([deal('a', -10, [60])], 600);
    expect(solvePortfolio(loss, { solver })).toMatchObject(empty);
  });

  it('takes work that needs nobody, and a loss that must be taken', () => {
    const free = problemOf([deal('a', 10, [])], 0);
    expect(solvePortfolio(free, { solver })).toMatchObject({ value: 10, chosen: [{ id: 'a' }] });
    const forced = { ...problemOf([deal('a', -10, [60])], 600), mandatory: ['a'] };
    expect(solvePortfolio(forced, { solver })).toMatchObject({ status: 'optimal', value: -10 });
  });

  it('is exact to the unit where amounts are in the million millions, the bound to nine digits', () => {
    const large = 1_000_000_000_000;
    const candidates = Array.from({ length: 12 }, (_, at) =>
      deal(`d${at}`, large + at, [large / 4 + 1]),
    );
    const result = solvePortfolio(problemOf(candidates, large), { solver });
    expect(result).toMatchObject({ status: 'optimal', value: 3 * large + 11 + 10 + 9 });
    expect('gap' in result && result.gap).toBeLessThan(1e-9);
  });

  it('is refused with the place and the mend where the problem is wrong', () => {
    const wrong = problemOf([{ ...deal('a', 1.5, [-1]), starts: [7] }], 60);
    expect(validate(wrong).map(({ path }) => path.join('.'))).toEqual([
      'candidates.0.marginMinor',
      'candidates.0.starts.0',
      'candidates.0.effort.0.minutes.0',
    ]);
    expect(solvePortfolio(wrong, { solver })).toMatchObject({ status: 'invalid' });
  });

  it('says what is in the way of a candidate that is left out', () => {
    const problem = problemOf([deal('a', 10, [60]), deal('b', 9, [50]), deal('c', 0, [0])], 70);
    expect(leftOut(problem, [{ id: 'a', start: 0 }])).toEqual([
      {
        id: 'b',
        reason: 'blocked',
        start: 0,
        by: [{ demand: { kind: 'capacity', roleId: 'designer', month: 0 }, short: 40 }],
      },
      { id: 'c', reason: 'fits' },
    ]);
  });

  it('names committed work and capacity where the firm is overfull, and can take that as a fact', () => {
    const committed = { ...deal('a', 10, [100, 20]), committed: true };
    const problem = problemOf([committed, deal('b', 5, [0, 30])], 60);
    expect(findConflict(problem, { solver })).toEqual({
      status: 'conflict',
      demands: [
        { kind: 'committed', id: 'a' },
        { kind: 'capacity', roleId: 'designer', month: 0 },
      ],
    });
    const accepted = acceptOverload(problem);
    expect(accepted.overloads).toEqual([
      { kind: 'capacity', roleId: 'designer', month: 0, minutes: 40 },
    ]);
    expect(solvePortfolio(accepted.problem, { solver })).toMatchObject({ value: 15 });
    expect(committedChoices(problem)).toEqual([{ id: 'a', start: 0 }]);
  });

  it('offers starts at which work ends within the months', () => {
    expect(startsThatEnd({ months }, { lengthMonths: 2, earliest: 0, latest: 9 })).toEqual([0, 1]);
    expect(startsThatEnd({ months }, { lengthMonths: 4, earliest: 0, latest: 9 })).toEqual([]);
  });
});

describe('a larger portfolio', () => {
  const size = { candidates: 24, months: 8, roles: 3, scarcePercent: 90 };

  it('is found from the genetic start as well as without it, and the same for the same seed', () => {
    const problem = randomFirm(3, size);
    const [first, again, cold] = [{}, {}, { steps: 0 }].map((more) =>
      solvePortfolio(problem, { solver, relativeGap: 0.01, seed: 5, ...more }),
    );
    expect(first).toMatchObject({ status: 'optimal' });
    expect(again).toEqual(first);
    if (!(first && cold && 'chosen' in first && 'chosen' in cold)) throw new Error('no choice');
    expect(check(problem, first.chosen).violations).toEqual([]);
    expect(first.value).toBeLessThanOrEqual(cold.bound);
    expect(cold.value).toBeLessThanOrEqual(first.bound);
  });

  it('comes back with what it has when it is stopped', () => {
    const result = solvePortfolio(randomFirm(4, size), { solver, shouldStop: () => true });
    expect(result.status).toBe('feasible');
  });
});

it('reads knapsacks of the OR-Library and their known values', () => {
  const [problem] = readMknap('1\n 2 1 0\n 5 4\n 3 2\n 4');
  expect(problem && solvePortfolio(problem, { solver })).toMatchObject({ value: 5 });
  expect(() => readMknap('1\n 2 1 0\n 5')).toThrow(RangeError);
  expect(readBestValues('Name Value\n5.100-00   24381\n5.100-00   24585.9\n')).toEqual(
    new Map([['5.100-00', 24381]]),
  );
});

import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { type CalendarDate, calendarDate, isWeekdayDate, monthOf } from '../calendar-date.ts';
import type { DealId, ProjectId, RoleId } from '../id.ts';
import { check } from '../portfolio/check.ts';
import { highsSolver } from '../portfolio/highs-solver.ts';
import { committedChoices } from '../portfolio/overload.ts';
import { changesSince } from './changes.ts';
import type { CandidateRule, ChoiceAims } from './choice.ts';
import { computeChoice } from './compute.ts';
import { planDecisions } from './decide.ts';
import { placedDates } from './extent.ts';
import type { DealCandidate, InitiativeCandidate, PortfolioFacts } from './facts.ts';
import { monthsFrom } from './month-grid.ts';
import { type ChoiceInput, portfolioProblem } from './problem.ts';
import { startsOf } from './starts.ts';

const solver = highsSolver(await loadHighs());
// The ids are those of one firm that exists only here.
const role = 'role' as RoleId;
const first = monthOf(calendarDate('2027-01-01'));
const months = monthsFrom(first, 4);

const aims: ChoiceAims = {
  firstMonth: first,
  monthCount: 4,
  dealHours: 'full',
  usualMonths: 2,
  dealDelayMonths: 0,
  initiativeDelayMonths: 1,
  maximise: 'margin',
  leastContribution: null,
  leastMarginMinor: null,
  reserveBasisPoints: 0,
  leastInitiativeMinutes: null,
  leastInitiativeSpendMinor: null,
  cashFloors: [],
  goalWeights: [],
};

const shared = {
  number: 1,
  version: 1,
  startOn: calendarDate('2027-01-11'),
  endOn: calendarDate('2027-01-29'),
  length: 1,
  naturalMonth: first,
  hourSource: 'deal' as const,
  costMinor: 0,
  cashMinor: [0],
  gaps: [],
};

function deal(id: string, marginMinor: number, minutes: number): DealCandidate {
  return {
    ...shared,
    kind: 'deal',
    id: id as DealId,
    name: id,
    account: null,
    stage: 'Proposal',
    valueMinor: marginMinor,
    probabilityBasisPoints: 10_000,
    marginMinor,
    hours: [{ roleId: role, minutes: [minutes] }],
  };
}

function initiative(id: string, contribution: number, minutes: number): InitiativeCandidate {
  return {
    ...shared,
    kind: 'initiative',
    id: id as ProjectId,
    name: id,
    state: 'proposed',
    spendingMinor: 0,
    goals: [],
    contribution,
    approvalGaps: [],
    hours: [{ roleId: role, minutes: [minutes] }],
  };
}

function factsOf(candidates: PortfolioFacts['candidates'], capacity = 100): PortfolioFacts {
  return {
    today: calendarDate('2026-12-15'),
    months,
    roles: [{ id: role, name: 'Designer', minutes: months.map(() => capacity) }],
    committed: [],
    candidates,
    aside: [],
  };
}

function compute(input: ChoiceInput) {
  const computed = computeChoice(input, {
    solver,
    seed: 1,
    seconds: 10,
    shouldStop: () => false,
    isLate: () => false,
    onProgress: () => undefined,
  });
  if (!computed.ok) throw new Error(computed.failure);
  return computed.result;
}

const noRule: Omit<CandidateRule, 'candidateId'> = {
  firstMonth: null,
  lastMonth: null,
  isMandatory: false,
  exclusiveGroup: '',
  requires: [],
  pin: null,
};

describe('the days of a candidate', () => {
  test('its own month keeps its own days; another moves them by months, off the weekend', () => {
    expect(placedDates(shared, first)).toEqual({ startOn: shared.startOn, endOn: shared.endOn });
    expect(placedDates(shared, months[3] ?? first)).toEqual({
      startOn: '2027-04-12',
      endOn: '2027-04-29',
    });
  });

  test('start and end are weekdays of the first and the last month, in order', () => {
    const day = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 3 }), (from, length, to) => {
        const startOn = dayAfter(from);
        const endOn = dayAfter(from + length);
        const natural = monthOf(startOn);
        const placed = placedDates(
          { startOn, endOn, naturalMonth: natural, length: 1 + spanOf(startOn, endOn) },
          months[to] ?? first,
        );
        expect(placed.startOn <= placed.endOn || natural === months[to]).toBe(true);
        if (natural !== months[to]) expect(isWeekdayDate(placed.startOn)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is put off so far that its end falls out of the choice', () => {
    const two = { ...deal('two', 1, 1), length: 2 };
    const late = { ...aims, dealDelayMonths: 12 };
    expect(startsOf(two, { facts: { months }, aims: late, rule: undefined })).toEqual([0, 1, 2]);
  });
});

describe('choosing (B01, IN-02)', () => {
  test('what costs no margin is chosen as well, and points are never added to margin', () => {
    const facts = factsOf([
      deal('deal', 50, 60),
      initiative('small', 5, 40),
      initiative('large', 900, 60),
    ]);
    const result = compute({ facts, aims, rules: [] });
    expect(result).toMatchObject({ status: 'optimal', marginMinor: 50 });
    expect(result.chosen.map(({ candidateId }) => candidateId)).toContain('deal');
    expect(result.contribution).toBe(905);
  });

  test('what is committed is a fact: where it is too much nothing is added, and it says so', () => {
    const committed = [
      {
        id: 'running' as ProjectId,
        name: 'Running',
        kind: 'client' as const,
        hours: [{ roleId: role, minutes: [150, 0, 0, 0] }],
        incomeMinor: [0, 0, 0, 0],
      },
    ];
    const facts = { ...factsOf([deal('deal', 50, 60)]), committed };
    const result = compute({ facts, aims, rules: [] });
    expect(result.chosen).toEqual([]);
    expect(result.overloads).toEqual([{ kind: 'capacity', roleId: role, month: 0, minutes: 50 }]);
  });

  test('the least price of a deal is the one from which on it is chosen, to the last unit (B02)', () => {
    const rival = deal('rival', 70, 100);
    const input = { facts: factsOf([deal('deal', 50, 60), rival]), aims, rules: [] };
    const worth = compute(input).worths.find(({ candidateId }) => candidateId === 'deal');
    expect(worth).toMatchObject({ status: 'from', leastValueMinor: 70, displaces: ['rival'] });
    const chosenAt = (margin: number) =>
      compute({ ...input, facts: factsOf([deal('deal', margin, 60), rival]) }).marginMinor;
    expect([chosenAt(69), chosenAt(71)]).toEqual([70, 71]);
  });

  test('demands that contradict each other are named, and without any one of them they do not', () => {
    const rules = ['a', 'b'].map((id) => ({
      ...noRule,
      candidateId: id as DealId,
      isMandatory: true,
    }));
    const facts = factsOf([deal('a', 1, 60), deal('b', 1, 60), deal('c', 9, 10)]);
    const result = compute({ facts, aims, rules });
    expect(result.status).toBe('infeasible');
    expect(result.conflict.map(({ kind }) => kind).sort()).toEqual([
      'capacity',
      'mandatory',
      'mandatory',
    ]);
    expect(compute({ facts, aims, rules: rules.slice(1) }).status).toBe('optimal');
  });

  test('over random firms the result keeps every rule, as the independent checker sees it', () => {
    const amount = fc.integer({ min: 0, max: 90 });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { maxLength: 6 }), amount, (rows, kept) => {
        const candidates = rows.map(([worth, minutes], index) =>
          index % 2 === 0
            ? deal(`d${index}`, worth, minutes)
            : initiative(`i${index}`, worth, minutes),
        );
        const input = {
          facts: factsOf(candidates),
          aims: { ...aims, reserveBasisPoints: kept * 100 },
          rules: [],
        };
        const problem = portfolioProblem(input);
        const chosen = compute(input).chosen.map(({ candidateId: id, month }) => ({
          id,
          start: months.indexOf(month),
        }));
        expect(check(problem, [...committedChoices(problem), ...chosen]).violations).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('deciding (IN-05, BA-08)', () => {
  const solved: ChoiceInput = {
    facts: factsOf([deal('a', 5, 60), deal('b', 1, 60)]),
    aims,
    rules: [],
  };
  const chosen = [{ candidateId: 'a' as DealId, month: first }];
  const deciding = { solved, now: solved, chosen, today: solved.facts.today };
  const pursue = (id: string) => ({
    candidateId: id as DealId,
    verdict: 'pursue' as const,
    reason: '',
  });
  const codes = (plan: ReturnType<typeof planDecisions>) =>
    plan.ok ? [] : plan.issues.map(({ code }) => code);

  test('takes what the result takes, with the days that were shown', () => {
    const plan = planDecisions({ ...deciding, decisions: [pursue('a')] });
    expect(plan).toMatchObject({
      ok: true,
      decisions: [{ startOn: shared.startOn, endOn: shared.endOn, wasProposed: true }],
    });
  });

  test('refuses what the result leaves, what has changed, what fits no more, and no reason', () => {
    expect(codes(planDecisions({ ...deciding, decisions: [pursue('b')] }))).toContain(
      'not-proposed',
    );
    const changed = { ...solved, facts: factsOf([deal('a', 6, 60), deal('b', 1, 60)]) };
    expect(codes(planDecisions({ ...deciding, now: changed, decisions: [pursue('a')] }))).toEqual([
      'changed',
    ]);
    const fewer = { ...solved, facts: factsOf(solved.facts.candidates, 30) };
    expect(codes(planDecisions({ ...deciding, now: fewer, decisions: [pursue('a')] }))).toContain(
      'capacity',
    );
    const declined = { ...pursue('a'), verdict: 'decline' as const };
    expect(codes(planDecisions({ ...deciding, decisions: [declined] }))).toEqual(['needed']);
  });

  test('names every way in which the facts differ, and none where they do not', () => {
    expect(changesSince(solved.facts, solved.facts)).toEqual([]);
    const now = { ...factsOf([deal('a', 5, 50)]), today: calendarDate('2026-12-20') };
    expect(
      changesSince(solved.facts, now).map((one) => one.kind === 'candidate' && one.aspects),
    ).toEqual([['hours'], ['gone']]);
  });
});

function dayAfter(days: number): CalendarDate {
  const start = Date.parse('2027-01-01T00:00:00Z');
  return calendarDate(new Date(start + days * 86_400_000).toISOString().slice(0, 10));
}

function spanOf(from: CalendarDate, to: CalendarDate): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7))
  );
}

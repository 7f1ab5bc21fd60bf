import type { CalendarMonth } from '../calendar-date.ts';
import { type Random, randomInteger, seededRandom } from '../random.ts';
import type { Candidate, Floor, PortfolioProblem } from './model.ts';

/** How large a made-up problem is. */
export type ProblemSize = {
  readonly candidates: number;
  readonly months: number;
  readonly roles: number;
};

/**
 * A made-up problem with some of every rule: small numbers, so that rules bite and values tie, now and
 * then a capacity of nothing, a negative margin, work that outlasts the months, or no choice at all.
 */
export function randomProblem(random: Random, size: ProblemSize): PortfolioProblem {
  const whole = (low: number, high: number) => randomInteger(random, low, high);
  const chance = (share: number) => random() < share;
  const table = (low: number, high: number) =>
    Array.from({ length: size.roles }, () =>
      Array.from({ length: size.months }, () => whole(low, high)),
    );
  const candidates = Array.from({ length: size.candidates }, (_, at) =>
    randomCandidate(random, size, `c${at}`),
  );
  const ids = candidates.map(({ id }) => id);
  const anyId = () => ids[whole(0, ids.length - 1)] ?? '';
  const several = <T>(count: number, make: () => T) => Array.from({ length: count }, make);
  const capacityMinutes = table(chance(0.2) ? 0 : 8, 8 + Math.ceil(size.candidates * 3));
  const floor = (high: number): Floor => {
    const from = whole(0, size.months - 1);
    return { from, to: whole(from, size.months - 1), least: whole(-5, high) };
  };
  return {
    months: Array.from({ length: size.months }, (_, at) => monthAt(at)),
    roles: Array.from({ length: size.roles }, (_, at) => `r${at}`),
    capacityMinutes,
    candidates,
    mandatory: several(chance(0.2) ? 1 : 0, anyId),
    exclusive: several(whole(0, 2), () => ({ ids: [...new Set([anyId(), anyId(), anyId()])] })),
    requires: several(whole(0, 2), () => ({
      id: anyId(),
      needs: anyId(),
      lagMonths: chance(0.5) ? null : whole(-1, 2),
    })).filter(({ id, needs }) => id !== needs),
    reserve: {
      keptMinutes: capacityMinutes.map((line) => line.map((minutes) => whole(0, minutes) >> 1)),
      initiativeMinutes: several(chance(0.15) ? 1 : 0, () => floor(12)),
      initiativeSpend: several(chance(0.1) ? 1 : 0, () => floor(10)),
    },
    clientCash: several(chance(0.25) ? 1 : 0, () => floor(12)),
    pins: several(chance(0.2) ? 1 : 0, () =>
      chance(0.5) ? { id: anyId(), in: true, start: null } : { id: anyId(), in: false },
    ),
    objective: chance(0.5)
      ? { maximise: 'margin', leastContribution: chance(0.5) ? whole(0, 15) : null }
      : { maximise: 'contribution', leastMarginMinor: chance(0.5) ? whole(0, 30) : null },
  };
}

function randomCandidate(random: Random, size: ProblemSize, id: string): Candidate {
  const whole = (low: number, high: number) => randomInteger(random, low, high);
  const length = whole(0, 3);
  const amounts = (low: number, high: number) => Array.from({ length }, () => whole(low, high));
  const starts = Array.from({ length: size.months }, (_, at) => at).filter(() => random() < 0.3);
  const work = {
    id,
    committed: random() < 0.03,
    starts: starts.length > 0 ? starts : [whole(0, size.months - 1)],
    effort: Array.from({ length: size.roles }, (_, at) => ({
      roleId: `r${at}`,
      minutes: amounts(0, 9),
    })).filter(() => random() < 0.7),
  };
  return random() < 0.5
    ? { ...work, kind: 'client', cashMinor: amounts(-3, 9), marginMinor: whole(-3, 30) }
    : { ...work, kind: 'initiative', cashMinor: amounts(-9, 2), contribution: whole(-2, 12) };
}

function monthAt(at: number): CalendarMonth {
  // The pattern of a month, YYYY-MM.
  return `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` as CalendarMonth;
}

/** `count` small problems of up to `largest` candidates, each of its own seed, to try every choice of. */
export function smallProblems(count: number, firstSeed = 1, largest = 6): PortfolioProblem[] {
  return Array.from({ length: count }, (_, at) => {
    const random = seededRandom(firstSeed + at);
    const candidates = randomInteger(random, 1, largest);
    // Fewer months where there are many candidates: their starts multiply.
    const months = randomInteger(random, 1, candidates > 10 ? 2 : 4);
    return randomProblem(random, { candidates, months, roles: randomInteger(random, 0, 2) });
  });
}

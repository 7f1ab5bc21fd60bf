import type { CalendarMonth } from '../calendar-date.ts';
import { type Random, randomChoice, randomInteger, seededRandom } from '../random.ts';
import type { Candidate, Effort, PortfolioProblem } from './model.ts';

/** How large a made-up firm's choice is. */
export type FirmSize = {
  readonly candidates: number;
  readonly months: number;
  readonly roles: number;
  /** Per cent of the work of the first 14 months that a third of the roles has room for. */
  readonly scarcePercent: number;
};

/**
 * A choice as a consultancy has it, the same for the same seed: about a tenth is committed, of the rest
 * two thirds are deals and one third initiatives; each takes two to five roles for two to nine months,
 * with up to seven months to start in: deals within nine months, as a pipeline has them, initiatives
 * within fifteen. Margins follow the hours at rates that differ by deal. A third of the roles is scarce, the
 * others have room for 40 % more of the work; a fifth of capacity is kept for
 * initiatives, which must bring a quarter of the contribution there is. Some deals exclude each other,
 * some initiatives require another first.
 */
export function randomFirm(seed: number, size: FirmSize): PortfolioProblem {
  const random = seededRandom(seed);
  const candidates = Array.from({ length: size.candidates }, (_, at) =>
    candidateOf(at, size, random),
  );
  const roles = Array.from({ length: size.roles }, (_, at) => `role${at}`);
  const open = candidates.filter(({ committed }) => !committed);
  const deals = open.filter(({ kind }) => kind === 'client').map(({ id }) => id);
  const initiatives = open.filter(({ kind }) => kind === 'initiative');
  const sure = candidates.filter((one) => one.committed || one === initiatives[0]);
  const capacityMinutes = roles.map((roleId, role) =>
    capacityOf(roleId, sure, {
      demand: candidates.flatMap((one) => minutesOf(one, roleId)).reduce((a, b) => a + b, 0),
      months: size.months,
      share: size.scarcePercent + (role % 3 === 0 ? 0 : 40),
      random,
    }),
  );
  const points = initiatives.reduce(
    (sum, one) => sum + (one.kind === 'initiative' ? one.contribution : 0),
    0,
  );
  return {
    months: Array.from({ length: size.months }, (_, at) => monthAt(at)),
    roles,
    capacityMinutes,
    candidates,
    mandatory: initiatives.slice(0, 1).map(({ id }) => id),
    exclusive: Array.from({ length: Math.floor(deals.length / 20) }, (_, at) => ({
      ids: deals.slice(at * 3, at * 3 + 2),
    })),
    requires: initiatives
      .slice(1)
      .filter((_, at) => at % 6 === 1)
      .map(({ id }, at) => ({ id, needs: initiatives[at * 6 + 1]?.id ?? id, lagMonths: 1 }))
      .filter(({ id, needs }) => id !== needs),
    reserve: {
      keptMinutes: capacityMinutes.map((line) => line.map((minutes) => Math.floor(minutes / 5))),
      initiativeMinutes: [],
      initiativeSpend: [],
    },
    clientCash: [],
    pins: [],
    objective: { maximise: 'margin', leastContribution: Math.floor(points / 4) },
  };
}

function candidateOf(at: number, size: FirmSize, random: () => number): Candidate {
  const whole = (low: number, high: number) => randomInteger(random, low, high);
  const committed = at % 10 === 0;
  const isClient = at % 3 !== 2;
  const length = whole(2, Math.min(9, size.months));
  const team = Array.from({ length: whole(2, 5) }, () => whole(0, size.roles - 1));
  const hoursAMonth = randomChoice(random, [20, 40, 80, 120]);
  const effort: Effort[] = [...new Set(team)].map((role) => ({
    roleId: `role${role}`,
    minutes: Array.from({ length }, () => 60 * whole(Math.ceil(hoursAMonth / 4), hoursAMonth)),
  }));
  const hours = effort.flatMap(({ minutes }) => minutes).reduce((a, b) => a + b, 0) / 60;
  const latest = Math.min(size.months - length, isClient ? 8 : 14);
  const first = committed ? 0 : whole(0, Math.max(0, latest));
  const starts = Array.from({ length: committed ? 1 : whole(1, 7) }, (_, place) => first + place);
  const work = {
    id: `c${at}`,
    committed,
    starts: starts.filter((one) => one < size.months),
    effort,
  };
  const ofMonth = (total: number) => Array.from({ length }, () => Math.round(total / length));
  if (isClient) {
    const marginMinor = Math.round(hours * whole(1500, 5500));
    return { ...work, kind: 'client', marginMinor, cashMinor: ofMonth(hours * 12_000) };
  }
  const contribution = Math.round((hours * whole(5, 30)) / 100);
  return { ...work, kind: 'initiative', contribution, cashMinor: ofMonth(-hours * 500) };
}

/**
 * Capacity of one role by month: a share of what all candidates together would need on average, for some
 * roles scarce and for some ample, a little up and down; never below what is sure to be done.
 */
function capacityOf(
  roleId: string,
  sure: readonly Candidate[],
  { demand, months, share, random }: CapacityInput,
): number[] {
  const needed = new Array<number>(months).fill(0);
  const client = new Array<number>(months).fill(0);
  for (const one of sure)
    for (const [offset, amount] of minutesOf(one, roleId).entries()) {
      const month = (one.starts[0] ?? 0) + offset;
      needed[month] = (needed[month] ?? 0) + amount;
      if (one.kind === 'client') client[month] = (client[month] ?? 0) + amount;
    }
  return Array.from({ length: months }, (_, month) => {
    const usual =
      ((demand / Math.min(months, 14)) * share * randomInteger(random, 90, 110)) / 10_000;
    return Math.ceil(Math.max(usual, needed[month] ?? 0, ((client[month] ?? 0) * 5) / 4 + 1));
  });
}

type CapacityInput = {
  readonly demand: number;
  readonly months: number;
  /** In per cent of the demand. */
  readonly share: number;
  readonly random: Random;
};

function minutesOf(candidate: Candidate, roleId: string): readonly number[] {
  return candidate.effort.find((effort) => effort.roleId === roleId)?.minutes ?? [];
}

function monthAt(at: number): CalendarMonth {
  // The pattern of a month, YYYY-MM.
  return `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}` as CalendarMonth;
}

import type { ProofSettings } from './proof.ts';

/** How the genetic search is set; chosen on the even parameter sets of PSPLIB (docs/scheduling.md). */
export type GeneticSettings = {
  readonly population: number;
  /** First plans drawn; the best of them become the population. */
  readonly samples: number;
  /** Chance that a child's order is dealt out by the parallel scheme before its backward pass. */
  readonly deal: number;
  /** No plan is twice in the population, and none mates with itself. */
  readonly isDistinct: boolean;
  /** No order is passed forward twice. */
  readonly remembers: boolean;
  /** Length of the exchanged stretch, as shares of all activities. */
  readonly shortest: number;
  readonly longest: number;
  /** Chance that an activity is taken out and put in again, up to `reach` places off. */
  readonly mutation: number;
  readonly reach: number;
  /** A child whose backward pass is longer than its parent by more than this share is given up. */
  readonly slack: number;
  readonly leastSlack: number;
  /** Chance that the child keeps most of the other plan instead of the one it may replace. */
  readonly swap: number;
  /** The mate is the best of so many drawn. */
  readonly rivals: number;
  /** The share of the complete search beside this one; null without it. */
  readonly proof: ProofSettings | null;
  /** Begins anew after so many schedules for each plan without a better one. */
  readonly patience: number;
};

/**
 * Settings for about so many schedules of so many activities: few schedules must converge fast, many
 * must not, and small problems gain more by beginning anew than by a large population, and by a
 * complete search beside. Two to three activities are moved in each child, however many there are.
 */
export function geneticSettings(expectedSchedules: number, size: number): GeneticSettings {
  const root = Math.sqrt(expectedSchedules);
  const most = size ** 2 / 34;
  const mutation = Math.min(0.1, 2.4 / Math.max(1, size));
  const base = { mutation, reach: 30, slack: 0.025, leastSlack: 3, proof: null, patience: 150 };
  if (expectedSchedules < 20_000)
    return {
      ...base,
      population: sized(Math.min(most, 0.28 * root)),
      samples: Math.round(Math.min(40, Math.max(8, expectedSchedules / 25))),
      deal: 0.2,
      isDistinct: true,
      remembers: true,
      shortest: 0.3,
      longest: 0.7,
      swap: 0.35,
      rivals: expectedSchedules < 3000 ? 3 : 2,
    };
  const population = sized(Math.min(most, 0.4 * root));
  const isSmall = size < 80;
  return {
    ...base,
    population,
    samples: population,
    deal: isSmall ? 0.2 : 0,
    isDistinct: false,
    remembers: isSmall,
    proof: isSmall ? proofSettings(size) : null,
    shortest: 0.1,
    longest: 0.5,
    swap: 0.2,
    rivals: 1,
    ...(isSmall ? { slack: 0.015, leastSlack: 2, patience: 300 } : {}),
  };
}

/** Of 30 activities nearly everything is proved in the end; of 60 what is not soon hardly ever is. */
function proofSettings(size: number): ProofSettings {
  return { earlySteps: 3000, schedulesPerStep: 10, schedulesPerLateStep: size < 45 ? 10 : 100 };
}

function sized(population: number): number {
  return Math.round(Math.min(2000, Math.max(8, population)));
}

import { type Random, randomInteger } from '../random.ts';
import type { PaceWeek } from './starvation-warning.ts';

/**
 * A made-up history of an initiative up to its milestone, the same for the same dice.
 * Every one has noise from week to week, weeks without anybody, and now and then a client's rush
 * that takes most of two or three weeks and is made up for afterwards: none of that is starvation.
 * A planted one loses, from its onset on, a part of its hours for good, at once or over six weeks.
 */
export type MadeHistory = {
  readonly weeks: readonly PaceWeek[];
  /** Work that has to be given by the end of the last week. */
  readonly neededMinutes: number;
  /** Place of the first starved week; null when none was planted. */
  readonly onset: number | null;
  /** Whether less was given than needed by the end. */
  readonly isMissed: boolean;
};

/** A history, starved or not. */
export function madeHistory(random: Random, isPlanted: boolean): MadeHistory {
  const length = randomInteger(random, 12, 40);
  const promised = 60 * randomInteger(random, 4, 30);
  const shares = healthyShares(random, length);
  const onset = isPlanted ? randomInteger(random, 2, length - 6) : null;
  const factor = 0.15 + 0.5 * random();
  const slide = random() < 0.5 ? 1 : 6;
  const weeks = shares.map((share, week) => {
    const starved = onset === null ? 0 : Math.min(1, Math.max(0, (week - onset + 1) / slide));
    const kept = 1 - starved * (1 - factor);
    return { promisedMinutes: promised, givenMinutes: Math.round(promised * share * kept) };
  });
  // Plans keep between a twentieth and a quarter in hand.
  const neededMinutes = Math.round(promised * length * (0.75 + 0.2 * random()));
  const given = weeks.reduce((sum, week) => sum + week.givenMinutes, 0);
  return { weeks, neededMinutes, onset, isMissed: given < neededMinutes };
}

function healthyShares(random: Random, length: number): number[] {
  const spread = 0.15 + 0.3 * random();
  const shares = Array.from({ length }, () =>
    random() < 0.05 ? 0 : Math.max(0, 1.03 + spread * normal(random)),
  );
  for (let week = 3; week < length; week += 1) {
    if (random() > 0.04) continue;
    const rush = randomInteger(random, 2, 3);
    let owed = 0;
    for (let day = week; day < Math.min(length, week + rush); day += 1) {
      owed += (shares[day] ?? 0) * 0.6;
      shares[day] = (shares[day] ?? 0) * 0.4;
    }
    for (let day = week + rush; day < Math.min(length, week + rush + 4); day += 1)
      shares[day] = (shares[day] ?? 0) + owed / 4;
    week += rush + 4;
  }
  return shares;
}

/** A number from the normal distribution (Box and Muller, 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

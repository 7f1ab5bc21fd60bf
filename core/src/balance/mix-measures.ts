import type { CalendarMonth } from '../calendar-date.ts';
import { cellsWithin, type LoadCell } from './cells.ts';
import type { ShareTarget } from './input.ts';
import { sumAmounts } from './load.ts';
import { judgeShare, type ShareVerdict, strategicShare } from './mix.ts';

/** By what the mix is measured: hours, their cost, or heads. */
export const mixMeasures = ['hours', 'money', 'people'] as const;
export type MixMeasure = (typeof mixMeasures)[number];

/** What a firm aims at; null where it aims at nothing. */
export type MixTargets = Readonly<Record<MixMeasure, ShareTarget | null>> & {
  /** Client value of a month below which the firm is too strategic for its cash; minor units. */
  readonly cashFloorMinor: number | null;
};

/** The mix of some days by one measure: amounts, share, and where it stands to its target. */
export type MeasuredMix = {
  readonly measure: MixMeasure;
  /** Minutes, minor units at cost rate, or people. */
  readonly initiative: number;
  readonly client: number;
  /** Initiative out of both, in basis points; of heads, of all who worked on either. */
  readonly shareBasisPoints: number | null;
  readonly target: ShareTarget | null;
  /** Null without a target. */
  readonly verdict: ShareVerdict | null;
};

/**
 * The mix by hours, by cost and by heads, of logged and planned work on some days. By heads counts
 * who has any work on either kind: the share is that of the people with work on an initiative, so that
 * a few who do all of it show.
 */
export function measuredMixes(
  cells: readonly LoadCell[],
  days: Parameters<typeof cellsWithin>[1],
  targets: MixTargets,
): MeasuredMix[] {
  const counted = cellsWithin(cells, days).filter((cell) => cell.certainty !== 'tentative');
  const of = (kind: LoadCell['kind']) => counted.filter((cell) => cell.kind === kind);
  const [client, initiative] = [of('client'), of('initiative')];
  const [clientSum, initiativeSum] = [sumAmounts(client), sumAmounts(initiative)];
  const heads = (some: readonly LoadCell[]) =>
    new Set(some.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  const all = heads(counted).size;
  const onInitiatives = heads(initiative).size;
  const mix = (
    measure: MixMeasure,
    share: number | null,
    amounts: [number, number],
  ): MeasuredMix => ({
    measure,
    initiative: amounts[0],
    client: amounts[1],
    shareBasisPoints: share,
    target: targets[measure],
    verdict: targets[measure] && judgeShare(share, targets[measure]),
  });
  return [
    mix('hours', strategicShare(initiativeSum.minutes, clientSum.minutes), [
      initiativeSum.minutes,
      clientSum.minutes,
    ]),
    mix('money', strategicShare(initiativeSum.costMinor, clientSum.costMinor), [
      initiativeSum.costMinor,
      clientSum.costMinor,
    ]),
    mix('people', strategicShare(onInitiatives, all - onInitiatives), [
      onInitiatives,
      heads(client).size,
    ]),
  ];
}

/** What clients pay for the work of a month against the floor. */
export type CashMonth = {
  readonly month: CalendarMonth;
  /** Logged and planned billable work at bill rate. */
  readonly clientMinor: number;
  readonly floorMinor: number | null;
  readonly isBelow: boolean;
};

/** Client value month by month against the cash floor: too strategic for the cash where it is below. */
export function cashMonths(
  cells: readonly LoadCell[],
  months: readonly CalendarMonth[],
  floorMinor: number | null,
): CashMonth[] {
  return months.map((month) => {
    const own = cells.filter(
      (cell) => cell.month === month && cell.kind === 'client' && cell.certainty !== 'tentative',
    );
    const clientMinor = sumAmounts(own).billMinor;
    return {
      month,
      clientMinor,
      floorMinor,
      isBelow: floorMinor !== null && clientMinor < floorMinor,
    };
  });
}

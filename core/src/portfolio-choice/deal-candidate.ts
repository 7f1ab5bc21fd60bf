import { type RateBook, rateOn } from '../balance/rates.ts';
import { spread } from '../balance/spread.ts';
import { type CalendarMonth, monthOf, monthStart } from '../calendar-date.ts';
import { allocate, costOfMinutes, roundCommercially } from '../money.ts';
import { extentOf } from './extent.ts';
import type { CandidateGap, DealCandidate, RoleMinutes } from './facts.ts';
import { byRoleAndMonth, minutesByMonth, monthsFrom } from './month-grid.ts';
import type { DealSource, Reading } from './sources.ts';

/**
 * An open deal as a candidate. Its hours lie evenly on the weekdays of its delivery, in full or times
 * its chance; margin is `chance × (value − hours × cost rate)` with whole hours whatever the measure,
 * and its expected income comes month by month as its hours do.
 */
export function dealCandidate(deal: DealSource, reading: Reading, rates: RateBook): DealCandidate {
  const usual = { first: reading.firstMonth, months: reading.usualMonths };
  const extent = extentOf(deal, usual);
  const months = monthsFrom(monthOf(extent.startOn), extent.length);
  const work = deal.demand.map(({ roleId, minutes }) => ({
    roleId,
    spread: spread(minutes, extent.startOn, extent.endOn),
  }));
  const whole = byRoleAndMonth(work, months);
  const cost = costOfHours(whole, months, rates);
  const chance = (amount: number) =>
    roundCommercially((amount * deal.probabilityBasisPoints) / 10_000);
  const weights = minutesByMonth(whole, extent.length);
  const gaps: CandidateGap[] = [...extent.gaps];
  if (cost.isPartial) gaps.push('no-rate');
  if (deal.valueMinor === 0) gaps.push('no-value');
  return {
    kind: 'deal',
    id: deal.id,
    number: deal.number,
    version: deal.version,
    name: deal.name,
    account: deal.account,
    stage: deal.stage,
    startOn: deal.startOn,
    endOn: deal.endOn,
    length: extent.length,
    naturalMonth: extent.naturalMonth,
    hours: reading.dealHours === 'full' ? whole : whole.map((row) => scaled(row, chance)),
    hourSource: whole.length === 0 ? 'none' : 'deal',
    valueMinor: deal.valueMinor,
    probabilityBasisPoints: deal.probabilityBasisPoints,
    costMinor: cost.minor,
    marginMinor: chance(deal.valueMinor - cost.minor),
    cashMinor: allocate(chance(deal.valueMinor), weights),
    gaps,
  };
}

/** What hours cost at the standard rates of their roles on the first day of each month. */
export function costOfHours(
  hours: readonly RoleMinutes[],
  months: readonly CalendarMonth[],
  rates: RateBook,
): { readonly minor: number; readonly isPartial: boolean } {
  let minor = 0;
  let isPartial = false;
  for (const { roleId, minutes } of hours) {
    for (const [index, worked] of minutes.entries()) {
      const month = months[index];
      if (month === undefined || worked === 0) continue;
      const rate = rateOn(rates, { personId: null, roleId }, monthStart(month));
      if (rate === null || rate.costPerHourMinor === 0) isPartial = true;
      minor += rate === null ? 0 : costOfMinutes(worked, rate.costPerHourMinor);
    }
  }
  return { minor, isPartial };
}

function scaled(row: RoleMinutes, chance: (amount: number) => number): RoleMinutes {
  return { roleId: row.roleId, minutes: row.minutes.map(chance) };
}

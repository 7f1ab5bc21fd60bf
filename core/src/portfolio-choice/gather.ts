import { rateBook } from '../balance/rates.ts';
import { addMonths, type CalendarMonth } from '../calendar-date.ts';
import { committedWork, roleCapacities } from './committed.ts';
import { dealCandidate } from './deal-candidate.ts';
import type { AsideReason, ChoiceCandidate, LeftAside, PortfolioFacts } from './facts.ts';
import { initiativeCandidate } from './initiative-candidate.ts';
import { monthsFrom } from './month-grid.ts';
import type { PortfolioSources, Reading } from './sources.ts';

/**
 * Everything a choice is computed from: candidates, capacity by role and month, and committed work.
 * What starts after the last month, or says no hours, is left aside and named. O(candidates × roles × months).
 */
export function gatherPortfolio(sources: PortfolioSources, reading: Reading): PortfolioFacts {
  const { balance } = sources;
  const months = monthsFrom(reading.firstMonth, reading.monthCount);
  const rates = rateBook(balance);
  const read: ChoiceCandidate[] = [
    ...sources.deals.map((deal) => dealCandidate(deal, reading, rates)),
    ...sources.initiatives.map((initiative) => initiativeCandidate(initiative, reading, rates)),
  ];
  const last = addMonths(reading.firstMonth, reading.monthCount - 1);
  const sorted = read.map((candidate) => ({ candidate, why: whyAside(candidate, last) }));
  return {
    today: balance.today,
    months,
    roles: roleCapacities(sources, months),
    committed: committedWork(sources, months),
    candidates: sorted.flatMap(({ candidate, why }) => (why === null ? [candidate] : [])),
    aside: sorted.flatMap(({ candidate: { kind, id, name }, why }): LeftAside[] =>
      why === null ? [] : [{ kind, id, name, why }],
    ),
  };
}

/** What takes no hours would be chosen for nothing, whatever it is worth: it cannot be weighed. */
function whyAside(candidate: ChoiceCandidate, last: CalendarMonth): AsideReason | null {
  if (candidate.naturalMonth !== null && candidate.naturalMonth > last) return 'starts-after';
  return candidate.hours.length === 0 ? 'no-hours' : null;
}

import type { CandidateRule, ChoiceAims } from './choice.ts';
import type { ChoiceCandidate, PortfolioFacts } from './facts.ts';
import { monthsApart } from './month-grid.ts';

type Around = {
  readonly facts: Pick<PortfolioFacts, 'months'>;
  readonly aims: Pick<ChoiceAims, 'dealDelayMonths' | 'initiativeDelayMonths'>;
  readonly rule: CandidateRule | undefined;
};

/**
 * The months in which a candidate may start, as places among those of the choice. Its own month comes
 * first (the first of the choice when that is past), later ones up to the usual delay; a rule or a pin
 * says otherwise. Nothing is put off so far that its end falls out of the choice, where its hours
 * would not be counted, unless its first possible month does so already.
 */
export function startsOf(candidate: ChoiceCandidate, { facts, aims, rule }: Around): number[] {
  const { months } = facts;
  const [first] = months;
  if (first === undefined) return [];
  const place = (month: ChoiceCandidate['naturalMonth']) =>
    month === null ? null : monthsApart(first, month);
  const own = Math.max(0, place(candidate.naturalMonth) ?? 0);
  const from = Math.max(0, place(rule?.firstMonth ?? null) ?? own);
  const last = place(rule?.lastMonth ?? null) ?? from + delayOf(candidate, aims, months.length);
  const pinned = rule?.pin?.side === 'in' ? place(rule.pin.month) : null;
  const starts: number[] = [];
  for (let start = from; start <= Math.min(last, months.length - 1); start += 1)
    if (start === from || start + candidate.length <= months.length) starts.push(start);
  if (pinned !== null && pinned >= 0 && pinned < months.length && !starts.includes(pinned))
    starts.push(pinned);
  return starts.sort((a, b) => a - b);
}

function delayOf(candidate: ChoiceCandidate, aims: Around['aims'], monthCount: number): number {
  if (candidate.naturalMonth === null) return monthCount;
  return candidate.kind === 'deal' ? aims.dealDelayMonths : aims.initiativeDelayMonths;
}

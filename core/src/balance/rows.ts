import { earlier, later } from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import { costOfMinutes } from '../money.ts';
import type { BalanceInput } from './input.ts';
import {
  type Amounts,
  type GrowingSum,
  type LoadFacts,
  type LoadRow,
  type LoadSum,
  loadSum,
  nothing,
} from './load.ts';
import { loggedRows, loggedSums } from './logged.ts';
import { type MonthSpan, monthSpans } from './months.ts';
import { type PlannedWork, plannedWork, tentativeWork } from './planned-work.ts';
import { type RateStep, rateBook, rememberedSteps, type Worker } from './rates.ts';
import { reservedWork } from './reserved-work.ts';
import { overlap, type Spread, sliceOfSpread } from './spread.ts';
import type { DayRange } from './time-log.ts';

/**
 * All rows on the days from `range.from` to `range.to`: one for each time entry, and one for each
 * month of each person's share of a task, of each allocation beyond the tasks, and of each role of a deal. A row does not depend on the
 * range, but for being in it; whole months only. `planned` is the planned work of the input, for
 * callers that need it themselves too.
 * Complexity: O(entries + months of the tasks and deals).
 */
export function loadRows(
  input: BalanceInput,
  range: DayRange,
  planned: readonly PlannedWork[] = plannedWork(input),
): LoadRow[] {
  const rows = loggedRows(input, range);
  eachMonthOfWork({ input, range, planned }, ({ facts, span, days, amounts, source, sourceId }) =>
    rows.push({
      ...loadSum(facts, { month: span.month, from: days.from, to: days.to }, amounts),
      source,
      sourceId,
    }),
  );
  return rows;
}

/**
 * What `loadRows` comes to, added up by month and by all that a filter can ask for: the sum of the
 * sums that a filter lets through is that of its rows. There are far fewer of them, and figures are
 * made of nothing else.
 */
export function loadSums(
  input: BalanceInput,
  range: DayRange,
  planned: readonly PlannedWork[] = plannedWork(input),
): LoadSum[] {
  const sums: LoadSum[] = loggedSums(input, range);
  const growing = new Map<string, GrowingSum>();
  eachMonthOfWork({ input, range, planned }, ({ facts, span, amounts }) => {
    const hoped = facts.certainty === 'tentative' ? '?' : '';
    const name = `${hoped}${span.month}${facts.projectId ?? facts.dealId}${facts.personId}${facts.roleId}${facts.teamId}`;
    const sum = entryOf(growing, name, () => loadSum(facts, span, nothing));
    sum.minutes += amounts.minutes;
    sum.costMinor += amounts.costMinor;
    sum.billMinor += amounts.billMinor;
  });
  sums.push(...growing.values());
  return sums;
}

type Work = {
  readonly input: BalanceInput;
  readonly range: DayRange;
  readonly planned: readonly PlannedWork[];
};

/** What one month gets of one piece of work. */
type MonthOfWork = Pick<LoadRow, 'source' | 'sourceId'> & {
  readonly facts: LoadFacts;
  readonly span: MonthSpan;
  readonly days: DayRange;
  readonly amounts: Amounts;
};

function eachMonthOfWork({ input, range, planned }: Work, tell: (found: MonthOfWork) => void) {
  const place = { stepsOf: rememberedSteps(rateBook(input), range), months: monthSpans(range) };
  for (const work of planned) {
    const facts = {
      certainty: 'planned',
      kind: work.project.kind,
      projectId: work.project.id,
      dealId: null,
      personId: work.personId,
      roleId: work.roleId,
      teamId: work.teamId,
    } as const;
    eachMonth(work, facts, place, (month) =>
      tell({ ...month, facts, source: 'task', sourceId: work.taskId }),
    );
  }
  for (const work of reservedWork(input, range, planned)) {
    const facts = {
      certainty: work.certainty,
      kind: work.project.kind,
      projectId: work.project.id,
      dealId: null,
      personId: work.personId,
      roleId: work.roleId,
      teamId: work.teamId,
    } as const;
    eachMonth(work, facts, place, ({ amounts, ...month }) =>
      tell({
        ...month,
        facts,
        amounts: work.sign === 1 ? amounts : negative(amounts),
        source: 'allocation',
        sourceId: work.allocationId,
      }),
    );
  }
  for (const work of tentativeWork(input)) {
    const facts = {
      certainty: 'tentative',
      kind: 'client',
      projectId: null,
      dealId: work.dealId,
      personId: null,
      roleId: work.roleId,
      teamId: null,
    } as const;
    eachMonth(work, facts, place, (month) =>
      tell({ ...month, facts, source: 'deal', sourceId: work.dealId }),
    );
  }
}

type Place = {
  readonly stepsOf: (who: Worker) => readonly RateStep[];
  readonly months: readonly MonthSpan[];
};

function eachMonth(
  work: Spread,
  facts: LoadFacts,
  { stepsOf, months }: Place,
  tell: (month: Pick<MonthOfWork, 'span' | 'days' | 'amounts'>) => void,
): void {
  const steps = stepsOf(facts);
  for (const span of months) {
    if (span.to < work.from) continue;
    if (span.from > work.to) break;
    const days = overlap(work, span);
    if (!days) continue;
    const amounts = amountsAtRates(work, days, { steps, isCharged: facts.kind === 'client' });
    if (amounts.minutes > 0) tell({ span, days, amounts });
  }
}

function negative({ minutes, costMinor, billMinor }: Amounts): Amounts {
  return { minutes: -minutes, costMinor: -costMinor, billMinor: -billMinor };
}

/** A slice of work, each part of it at the rate of its days. */
function amountsAtRates(
  work: Spread,
  days: DayRange,
  { steps, isCharged }: { readonly steps: readonly RateStep[]; readonly isCharged: boolean },
): Amounts {
  let [minutes, costMinor, billMinor] = [0, 0, 0];
  for (const { from, to, rate } of steps) {
    if (to < days.from || from > days.to) continue;
    const part = sliceOfSpread(work, later(from, days.from), earlier(to, days.to));
    minutes += part;
    if (rate) costMinor += costOfMinutes(part, rate.costPerHourMinor);
    if (rate && isCharged) billMinor += costOfMinutes(part, rate.billPerHourMinor);
  }
  return { minutes, costMinor, billMinor };
}

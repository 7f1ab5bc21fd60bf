import { addMonths, type CalendarDate, monthEnd, monthOf, monthStart } from '../calendar-date.ts';
import type { Random } from '../random.ts';
import type { KpiPerspective, KpiPoint } from '../strategy/kpi.ts';
import { type KpiFrequency, periodEnd } from '../strategy/kpi-calendar.ts';
import type { SampleKey } from './sample-firm.ts';

export type SampleObjective = {
  readonly key: SampleKey;
  readonly goal: SampleKey;
  readonly name: string;
  readonly owner: SampleKey;
};

export type SampleKpi = {
  readonly key: SampleKey;
  readonly goal: SampleKey;
  readonly objective: SampleKey | null;
  readonly name: string;
  readonly perspective: KpiPerspective;
  readonly unit: string;
  readonly direction: 'up' | 'down';
  readonly frequency: KpiFrequency;
  readonly baseline: number;
  readonly target: number;
  readonly startOn: CalendarDate;
  readonly owner: SampleKey;
  readonly notes: string;
  readonly interimTargets: readonly KpiPoint[];
  readonly actuals: readonly (KpiPoint & {
    readonly comment: string;
    readonly author: SampleKey;
  })[];
};

export const sampleObjectives: readonly SampleObjective[] = [
  {
    key: 'care',
    goal: 'recurring',
    name: 'Every build leaves with a care contract',
    owner: 'Marek Novak',
  },
  {
    key: 'spread',
    goal: 'recurring',
    name: 'No account carries more than 15 %',
    owner: 'Helena Brandt',
  },
  {
    key: 'known',
    goal: 'nordics',
    name: 'Known to buyers in Stockholm and Oslo',
    owner: 'Ingrid Solheim',
  },
  {
    key: 'estimates',
    goal: 'lead-time',
    name: 'Estimates come from finished projects',
    owner: 'Tomás Rivera',
  },
  { key: 'travel', goal: 'footprint', name: 'Rail is the way we travel', owner: 'Helena Brandt' },
  {
    key: 'grow-here',
    goal: 'retention',
    name: 'Everyone sees where they can grow',
    owner: 'Ingrid Solheim',
  },
];

/** A KPI as told: two years ago, at the start of its line, and now; the months between are made. */
type ToldKpi = Omit<SampleKpi, 'startOn' | 'actuals' | 'interimTargets' | 'direction'> & {
  readonly before: number;
  readonly now: number;
  readonly digits: number;
  /** Months missing at the end, so that an actual is overdue. */
  readonly late?: number;
  readonly interim?: { readonly inMonths: number; readonly value: number };
  /** What was said, by place from the end: 1 is the latest. */
  readonly said: Readonly<Record<number, string>>;
};

const monthsBack = 24;
/** Months since the line of each KPI began. */
const monthsOnLine = 11;

/** Objectives' and goals' KPIs with two years of actuals, ending with the last finished period. */
export function sampleKpis(today: CalendarDate, random: Random): readonly SampleKpi[] {
  return told.map(({ before, now, digits, late = 0, interim, said, ...kpi }) => {
    const startOn = monthStart(addMonths(monthOf(today), -monthsOnLine));
    const points: KpiPoint[] = [];
    for (let ago = monthsBack; ago > late; ago -= 1) {
      const on = monthEnd(addMonths(monthOf(today), -ago));
      if (periodEnd(kpi.frequency, on) !== on) continue;
      const value = valueAt({ before, baseline: kpi.baseline, now }, ago, random);
      points.push({ on, value: Number(value.toFixed(digits)) });
    }
    return {
      ...kpi,
      direction: kpi.target < kpi.baseline ? 'down' : 'up',
      startOn,
      interimTargets: interim
        ? [{ on: monthEnd(addMonths(monthOf(today), interim.inMonths)), value: interim.value }]
        : [],
      actuals: points.map((point, index) => ({
        ...point,
        comment: said[points.length - index] ?? '',
        author: kpi.owner,
      })),
    };
  });
}

/** Straight from point to point, with a little weather that leaves the last value as told. */
function valueAt(
  point: { readonly before: number; readonly baseline: number; readonly now: number },
  ago: number,
  random: Random,
): number {
  const { before, baseline, now } = point;
  const weather = (random() - 0.5) * Math.abs(now - baseline) * 0.22;
  if (ago > monthsOnLine) {
    const share = (monthsBack - ago) / (monthsBack - monthsOnLine);
    return before + (baseline - before) * share + weather;
  }
  const share = (monthsOnLine - ago) / (monthsOnLine - 1);
  return baseline + (now - baseline) * share + (ago === 1 ? 0 : weather);
}

const told: readonly ToldKpi[] = [
  {
    key: 'recurring-share',
    goal: 'recurring',
    objective: 'care',
    name: 'Recurring share of income',
    perspective: 'financial',
    unit: '%',
    frequency: 'monthly',
    before: 9,
    baseline: 12,
    now: 18.4,
    target: 33,
    digits: 1,
    owner: 'Helena Brandt',
    interim: { inMonths: 3, value: 21 },
    notes: 'Invoiced care, hosting and retainers over all invoices of the month, from accounting.',
    said: {
      10: 'First care contracts began in the month.',
      6: 'Two builds ended without a care contract; the offer came too late.',
      3: 'The care offer is now part of every proposal.',
      1: 'Better, and still behind: three of five new builds took the contract.',
    },
  },
  {
    key: 'largest-account',
    goal: 'recurring',
    objective: 'spread',
    name: 'Largest account’s share of income',
    perspective: 'financial',
    unit: '%',
    frequency: 'quarterly',
    before: 27,
    baseline: 24,
    now: 19.5,
    target: 15,
    digits: 1,
    owner: 'Helena Brandt',
    notes: 'Invoices of the largest account over all invoices of the last twelve months.',
    said: {
      4: 'The second programme of the largest account ended as planned.',
      1: 'Falls as the Nordic clients grow.',
    },
  },
  {
    key: 'nordic-clients',
    goal: 'nordics',
    objective: 'known',
    name: 'Active Nordic clients',
    perspective: 'customer',
    unit: 'clients',
    frequency: 'monthly',
    before: 1,
    baseline: 2,
    now: 5,
    target: 8,
    digits: 0,
    owner: 'Ingrid Solheim',
    notes: 'Accounts in Sweden, Norway, Denmark and Finland with a running client project.',
    said: {
      8: 'First client through the partner in Oslo.',
      4: 'Stockholm pilot became a contract.',
      1: 'Fifth client signed.',
    },
  },
  {
    key: 'nordic-proposals',
    goal: 'nordics',
    objective: 'known',
    name: 'Nordic proposals sent',
    perspective: 'customer',
    unit: 'a quarter',
    frequency: 'quarterly',
    before: 1,
    baseline: 2,
    now: 6,
    target: 8,
    digits: 0,
    owner: 'Ingrid Solheim',
    notes: 'Proposals to accounts in the four countries, counted from the deals.',
    said: { 4: 'The trade fair brought three requests.' },
  },
  {
    key: 'proposal-days',
    goal: 'lead-time',
    objective: 'estimates',
    name: 'Days from brief to proposal (median)',
    perspective: 'internal-process',
    unit: 'days',
    frequency: 'monthly',
    before: 10,
    baseline: 9,
    now: 6.8,
    target: 3,
    digits: 1,
    owner: 'Tomás Rivera',
    notes: 'Working days from the brief in the deal to the first proposal sent.',
    said: {
      9: 'Reference estimates for software builds are in use.',
      5: 'Back to nine days: both authors were on client work.',
      2: 'The workbench stands still while its people are booked elsewhere.',
      1: 'Better without help from the workbench; not enough.',
    },
  },
  {
    key: 'proposals-won',
    goal: 'lead-time',
    objective: null,
    name: 'Proposals won',
    perspective: 'customer',
    unit: '%',
    frequency: 'quarterly',
    before: 27,
    baseline: 28,
    now: 35,
    target: 40,
    digits: 0,
    owner: 'Tomás Rivera',
    notes: 'Won deals over all deals closed in the quarter.',
    said: { 1: 'Fewer proposals, and better ones.' },
  },
  {
    key: 'emissions',
    goal: 'footprint',
    objective: null,
    name: 'Tonnes CO₂e per person and year',
    perspective: 'internal-process',
    unit: 't',
    frequency: 'monthly',
    before: 6.9,
    baseline: 6.4,
    now: 4.9,
    target: 3.2,
    digits: 2,
    owner: 'Helena Brandt',
    notes:
      'Travel, offices and cloud of the last twelve months, by the method of the GHG Protocol.',
    said: { 7: 'The Hamburg office runs on green power.', 1: 'Flights halved against a year ago.' },
  },
  {
    key: 'rail',
    goal: 'footprint',
    objective: 'travel',
    name: 'Trips by rail',
    perspective: 'internal-process',
    unit: '%',
    frequency: 'monthly',
    late: 1,
    before: 26,
    baseline: 31,
    now: 53,
    target: 70,
    digits: 0,
    owner: 'Marek Novak',
    notes: 'Trips of more than 100 km by rail over all such trips, from the travel bookings.',
    said: { 6: 'Rail is the default in the booking tool.', 2: 'Strikes cost us a few points.' },
  },
  {
    key: 'stay',
    goal: 'retention',
    objective: 'grow-here',
    name: 'People who stay',
    perspective: 'learning-and-growth',
    unit: '%',
    frequency: 'quarterly',
    before: 85,
    baseline: 82,
    now: 83,
    target: 90,
    digits: 0,
    owner: 'Ingrid Solheim',
    notes: 'People of a year ago who are still here.',
    said: {
      4: 'Two designers left for product firms.',
      1: 'Nothing has changed yet: no initiative works on it.',
    },
  },
  {
    key: 'learning-days',
    goal: 'retention',
    objective: 'grow-here',
    name: 'Days of learning a year',
    perspective: 'learning-and-growth',
    unit: 'days',
    frequency: 'monthly',
    late: 2,
    before: 3.2,
    baseline: 4,
    now: 5.1,
    target: 10,
    digits: 1,
    owner: 'Marek Novak',
    notes: 'Days logged on courses and conferences per person over the last twelve months.',
    said: { 5: 'Learning days were moved for client work.' },
  },
];

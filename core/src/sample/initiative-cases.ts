import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { Novelty } from '../projects/initiative-category.ts';
import type { BenefitOutcome, BenefitTiming } from '../strategy/benefit.ts';
import type { CostPeriod } from '../strategy/initiative-cost.ts';
import type { Influence, Stance } from '../strategy/stakeholder.ts';
import { proposedCosts } from './portfolio-choice.ts';
import type { SampleKey } from './sample-firm.ts';

/** A benefit of the sample; amounts in minor units. */
export type SampleBenefit = {
  readonly project: SampleKey;
  readonly name: string;
  readonly timing: BenefitTiming;
  /** Null for what is not money. */
  readonly amount: number | null;
  readonly period: 'once' | 'yearly';
  readonly dueOn: CalendarDate;
  readonly measuredBy: string;
  readonly outcome: BenefitOutcome;
  readonly actualAmount: number | null;
  readonly outcomeNote: string;
};

export type SampleCost = {
  readonly project: SampleKey;
  readonly name: string;
  readonly cost:
    | { readonly kind: 'one-off'; readonly amount: number; readonly on: CalendarDate }
    | { readonly kind: 'recurring'; readonly amount: number; readonly period: CostPeriod }
    | { readonly kind: 'people'; readonly role: SampleKey; readonly minutes: number };
};

export type SampleStakeholder = {
  readonly project: SampleKey;
  readonly name: string;
  readonly person: SampleKey | null;
  readonly stance: Stance;
  readonly influence: Influence;
  readonly concern: string;
  readonly response: string;
  readonly adoption: {
    readonly measure: string;
    readonly target: number;
    readonly actual: number;
  } | null;
};

/** Where an initiative stands among the others. */
export type SamplePlace = {
  readonly project: SampleKey;
  readonly horizon: 1 | 2 | 3;
  readonly market: Novelty;
  readonly offering: Novelty;
  readonly value: number;
  readonly effort: number;
  /** By the firm's own criterion: how easily it can be stopped. */
  readonly reversible: number | null;
  readonly isPublished: boolean;
};

/** What initiatives of the sample bring and cost, and whom they touch. */
export type SampleCases = {
  readonly places: readonly SamplePlace[];
  readonly benefits: readonly SampleBenefit[];
  readonly costs: readonly SampleCost[];
  readonly stakeholders: readonly SampleStakeholder[];
};

const workbench = 'Proposal workbench';
const nordics = 'Enter the Nordic market';
const services = 'Managed services';
const footprint = 'Footprint of our travel';
const playbook = 'AI delivery playbook';

/** The cases of the initiatives, as they stand on a day. */
export function sampleCases(today: CalendarDate): SampleCases {
  const inWeeks = (weeks: number) => addDays(today, weeks * 7);
  return {
    places,
    benefits: benefitLines.map(({ week, ...line }) => ({ ...line, dueOn: inWeeks(week) })),
    costs: [...costsOf(inWeeks), ...proposedCosts],
    stakeholders,
  };
}

const places: readonly SamplePlace[] = [
  placed(workbench, 1, ['existing', 'existing'], {
    value: 8,
    effort: 4,
    reversible: 8,
    isPublished: true,
  }),
  placed(nordics, 2, ['new', 'existing'], {
    value: 7,
    effort: 7,
    reversible: 6,
    isPublished: true,
  }),
  placed(services, 2, ['existing', 'new'], {
    value: 9,
    effort: 8,
    reversible: 3,
    isPublished: true,
  }),
  placed(footprint, 1, ['existing', 'existing'], {
    value: 5,
    effort: 3,
    reversible: 9,
    isPublished: true,
  }),
  placed(playbook, 3, ['existing', 'new'], {
    value: 8,
    effort: 6,
    reversible: 7,
    isPublished: false,
  }),
  placed('An office in Hamburg', 2, ['new', 'existing'], {
    value: 4,
    effort: 9,
    reversible: 2,
    isPublished: false,
  }),
];

function placed(
  project: SampleKey,
  horizon: SamplePlace['horizon'],
  [market, offering]: readonly [Novelty, Novelty],
  scores: Pick<SamplePlace, 'value' | 'effort' | 'reversible' | 'isPublished'>,
): SamplePlace {
  return { project, horizon, market, offering, ...scores };
}

type BenefitLine = Omit<SampleBenefit, 'dueOn'> & { readonly week: number };

const open = { outcome: 'open', actualAmount: null, outcomeNote: '', period: 'yearly' } as const;

const benefitLines: readonly BenefitLine[] = [
  {
    ...open,
    project: workbench,
    name: 'Four more wins a year',
    timing: 'later',
    amount: 32_000_000,
    week: 40,
    measuredBy: 'Win rate of deals answered within three days',
  },
  {
    ...open,
    project: workbench,
    name: 'Partners’ evenings back',
    timing: 'indirect',
    amount: null,
    week: 20,
    measuredBy: 'Hours on proposals after 18:00',
  },
  {
    ...open,
    project: nordics,
    name: 'Income from Nordic clients',
    timing: 'later',
    amount: 60_000_000,
    week: 104,
    measuredBy: 'Invoices to accounts in Sweden, Norway, Denmark and Finland',
  },
  {
    ...open,
    project: nordics,
    name: 'Two references that can be named',
    timing: 'direct',
    amount: null,
    week: -3,
    measuredBy: 'Cases on the site',
  },
  {
    ...open,
    project: services,
    name: 'A third of income recurs',
    timing: 'direct',
    amount: 90_000_000,
    week: 56,
    measuredBy: 'Monthly income under contract',
  },
  {
    ...open,
    project: footprint,
    name: 'Three framework contracts kept',
    timing: 'indirect',
    amount: 45_000_000,
    week: -10,
    measuredBy: 'Contracts renewed',
    outcome: 'partly',
    actualAmount: 31_000_000,
    outcomeNote: 'Two of three renewed; the third asks again next year.',
  },
  {
    ...open,
    project: footprint,
    name: 'Less spent on flights',
    timing: 'direct',
    amount: 2_400_000,
    week: -8,
    measuredBy: 'Travel invoices',
    outcome: 'came',
    actualAmount: 2_900_000,
    outcomeNote: 'Trains cost more, flights fell by half.',
  },
  {
    ...open,
    project: playbook,
    name: 'A tenth less effort on every build',
    timing: 'later',
    amount: 24_000_000,
    week: 52,
    measuredBy: 'Hours per build against its estimate',
  },
];

function costsOf(inWeeks: (weeks: number) => CalendarDate): SampleCost[] {
  const hours = (count: number) => count * 60;
  const people = (role: SampleKey, count: number) =>
    ({ kind: 'people', role, minutes: hours(count) }) as const;
  return [
    { project: workbench, name: 'Building it', cost: people('developer', 320) },
    { project: workbench, name: 'Library of past proposals', cost: people('consultant', 240) },
    {
      project: workbench,
      name: 'Document service',
      cost: { kind: 'recurring', amount: 45_000, period: 'monthly' },
    },
    { project: nordics, name: 'Selling and references', cost: people('consultant', 480) },
    { project: nordics, name: 'Partner time', cost: people('partner', 210) },
    {
      project: nordics,
      name: 'Event in Stockholm',
      cost: { kind: 'one-off', amount: 1_850_000, on: inWeeks(-6) },
    },
    {
      project: nordics,
      name: 'Event in Copenhagen',
      cost: { kind: 'one-off', amount: 2_200_000, on: inWeeks(14) },
    },
    {
      project: nordics,
      name: 'Partner network',
      cost: { kind: 'recurring', amount: 420_000, period: 'quarterly' },
    },
    { project: services, name: 'Service desk and contracts', cost: people('developer', 700) },
    { project: services, name: 'Steering', cost: people('manager', 180) },
    {
      project: services,
      name: 'Monitoring and tickets',
      cost: { kind: 'recurring', amount: 120_000, period: 'monthly' },
    },
    { project: footprint, name: 'Travel rules and figures', cost: people('manager', 160) },
    {
      project: playbook,
      name: 'Tools for three pilots',
      cost: { kind: 'recurring', amount: 90_000, period: 'monthly' },
    },
  ];
}

const stakeholders: readonly SampleStakeholder[] = [
  {
    project: workbench,
    name: 'Partners',
    person: 'Helena Brandt',
    stance: 'champion',
    influence: 'high',
    concern: '',
    response: 'Helena opens the first workshop.',
    adoption: null,
  },
  {
    project: workbench,
    name: 'Project managers with running projects',
    person: null,
    stance: 'doubter',
    influence: 'high',
    concern: 'It takes the same people that clients wait for.',
    response: '',
    adoption: {
      measure: 'Share of proposals written in the workbench',
      target: 8_000,
      actual: 3_500,
    },
  },
  {
    project: workbench,
    name: 'Emil Hansen',
    person: 'Emil Hansen',
    stance: 'supporter',
    influence: 'medium',
    concern: 'Wants to build it once, not twice.',
    response: 'He decides on the document service.',
    adoption: null,
  },
  {
    project: nordics,
    name: 'Partner network in Oslo',
    person: null,
    stance: 'supporter',
    influence: 'medium',
    concern: 'Fears that we go to clients directly.',
    response: 'A written rule: leads of the network stay with the network.',
    adoption: null,
  },
  {
    project: services,
    name: 'Developers',
    person: null,
    stance: 'doubter',
    influence: 'high',
    concern: 'Nobody wants to be on call.',
    response: 'On call is paid and shared by six; two volunteers begin.',
    adoption: { measure: 'Developers in the rota', target: 7_500, actual: 4_000 },
  },
  {
    project: playbook,
    name: 'Samuel Adeyemi',
    person: 'Samuel Adeyemi',
    stance: 'opponent',
    influence: 'medium',
    concern: 'Review takes longer than writing did.',
    response: 'He sets the rules of the first pilot.',
    adoption: null,
  },
];

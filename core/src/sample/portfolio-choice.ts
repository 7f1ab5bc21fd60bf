import { addMonths, type CalendarDate, type CalendarMonth, monthOf } from '../calendar-date.ts';
import type { SampleCost } from './initiative-cases.ts';
import type { InitiativeLine } from './initiative-lines.ts';
import type { SampleKey } from './sample-firm.ts';

const pricing = 'Price by value';
const reviews = 'Yearly review with every client';
const cases = 'Case library in three languages';
const playbook = 'AI delivery playbook';

type Proposal = Pick<
  InitiativeLine,
  'name' | 'purpose' | 'scope' | 'category' | 'businessNeed' | 'expectedBenefit' | 'goals'
> &
  Pick<InitiativeLine, 'start' | 'weeks' | 'owner' | 'manager' | 'team' | 'budget'>;

const proposals: readonly Proposal[] = [
  {
    name: pricing,
    purpose: 'Sell results at a price, not hours at a rate.',
    scope: 'Three offers with fixed prices, a calculation for each, training of all who sell.',
    category: 'transform',
    businessNeed: 'We earn less on what we do best, because we do it fast.',
    expectedBenefit: 'Two points of margin on every second project.',
    goals: [
      { goal: 'recurring', strength: 2 },
      { goal: 'lead-time', strength: 1 },
    ],
    start: 6,
    weeks: 16,
    owner: 'Helena Brandt',
    manager: 'Clara Weiss',
    team: 'strategy',
    budget: 48_000,
  },
  {
    name: reviews,
    purpose: 'Know what every client plans before they ask others.',
    scope: 'A half-day format, one account after the other, notes into the customer goals.',
    category: 'grow',
    businessNeed: 'Half of our lost renewals were news to us.',
    expectedBenefit: 'Five renewals more a year.',
    goals: [{ goal: 'recurring', strength: 1 }],
    start: 5,
    weeks: 20,
    owner: 'Ingrid Solheim',
    manager: 'Marek Novak',
    team: 'strategy',
    budget: 36_000,
  },
  {
    name: cases,
    purpose: 'Show buyers in the north what we did for firms like theirs.',
    scope: 'Twelve cases, each in English, Danish and Swedish, with films of two minutes.',
    category: 'grow',
    businessNeed: 'Buyers there ask for references in their language.',
    expectedBenefit: 'One tender in three instead of one in five.',
    goals: [{ goal: 'nordics', strength: 2 }],
    start: 8,
    weeks: 14,
    owner: 'Ingrid Solheim',
    manager: 'Aisha Rahman',
    team: 'strategy',
    budget: 54_000,
  },
];

/** Initiatives that are proposed and nothing more: what a choice of portfolio is made among. */
export const proposedLines: readonly InitiativeLine[] = proposals.map((line) => ({
  ...line,
  state: 'proposed',
  stateReason: '',
  priority: 3,
  people: [],
  promisedWeeklyHours: 0,
  pull: 0,
}));

/** The people and the money that they would take. */
export const proposedCosts: readonly SampleCost[] = [
  cost(pricing, 'Offers and calculations', { role: 'consultant', hours: 640 }),
  cost(pricing, 'Decisions', { role: 'partner', hours: 110 }),
  cost(reviews, 'Half days with clients', { role: 'consultant', hours: 320 }),
  cost(reviews, 'Preparing and following up', { role: 'manager', hours: 120 }),
  cost(cases, 'Writing and films', { role: 'designer', hours: 420 }),
  cost(cases, 'Interviews', { role: 'consultant', hours: 160 }),
  cost(playbook, 'Rules and pilots', { role: 'developer', hours: 380 }),
  cost(playbook, 'Training', { role: 'consultant', hours: 90 }),
  {
    project: cases,
    name: 'Translations and film crew',
    cost: { kind: 'recurring', amount: 480_000, period: 'monthly' },
  },
];

function cost(
  project: SampleKey,
  name: string,
  { role, hours }: { readonly role: SampleKey; readonly hours: number },
): SampleCost {
  return { project, name, cost: { kind: 'people', role, minutes: hours * 60 } };
}

/** A choice of portfolio that is solved and waits for somebody to decide. */
export type SampleChoice = {
  readonly name: string;
  readonly note: string;
  readonly firstMonth: CalendarMonth;
  readonly monthCount: number;
  readonly leastContribution: number;
  readonly reserveBasisPoints: number;
  readonly dealDelayMonths: number;
  readonly initiativeDelayMonths: number;
  readonly goalWeights: readonly { readonly goal: SampleKey; readonly weight: number }[];
  /** Put in by a person, against the points it brings. */
  readonly pin: { readonly project: SampleKey; readonly reason: string };
};

/** The next nine months of the firm. */
export function sampleChoice(today: CalendarDate): SampleChoice {
  return {
    name: 'The next nine months',
    note: 'For the partners’ meeting: which offers we push, which initiatives we start.',
    firstMonth: addMonths(monthOf(today), 1),
    monthCount: 9,
    leastContribution: 30,
    reserveBasisPoints: 2_000,
    dealDelayMonths: 0,
    initiativeDelayMonths: 3,
    goalWeights: [
      { goal: 'recurring', weight: 20 },
      { goal: 'nordics', weight: 15 },
      { goal: 'lead-time', weight: 10 },
      { goal: 'footprint', weight: 5 },
      { goal: 'retention', weight: 10 },
    ],
    pin: {
      project: playbook,
      reason: 'Clients ask for it in every tender; we accept that it holds up recurring income.',
    },
  };
}

import type { SampleProject } from './sample-firm.ts';

export type InitiativeLine = Pick<
  SampleProject,
  | 'name'
  | 'purpose'
  | 'scope'
  | 'state'
  | 'stateReason'
  | 'category'
  | 'businessNeed'
  | 'expectedBenefit'
  | 'priority'
  | 'goals'
> & {
  readonly start: number | null;
  readonly weeks: number;
  readonly owner: string | null;
  readonly manager: string | null;
  readonly team: string | null;
  readonly people: readonly string[];
  /** Major units; null when nobody has set one. */
  readonly budget: number | null;
  readonly promisedWeeklyHours: number;
  /** How much of a working day it gets beside client work, from 0 to 1. */
  readonly pull: number;
};

export const initiativeLines: readonly InitiativeLine[] = [
  {
    name: 'Proposal workbench',
    purpose: 'Answer a brief within three working days.',
    scope: 'Templates, a library of past proposals and a review step.',
    state: 'executing',
    stateReason: '',
    category: 'improve',
    businessNeed: 'We lose one deal in five because others answer first.',
    expectedBenefit: 'Four more wins a year, and evenings back for the partners.',
    priority: 1,
    goals: [
      { goal: 'lead-time', strength: 2 },
      { goal: 'recurring', strength: 1 },
    ],
    start: -18,
    weeks: 27,
    owner: 'Tomás Rivera',
    manager: 'Marek Novak',
    team: 'strategy',
    people: ['Jonas Keller', 'Priya Nair', 'Emil Hansen'],
    budget: 62_000,
    promisedWeeklyHours: 24,
    pull: 0.05,
  },
  {
    name: 'Enter the Nordic market',
    purpose: 'Win six more clients in the Nordic countries.',
    scope: 'Partner network, references in three languages, two events a year.',
    state: 'executing',
    stateReason: '',
    category: 'grow',
    businessNeed: 'Two Nordic clients sought us out; nobody sells there.',
    expectedBenefit: '600,000 a year from the third year on.',
    priority: 2,
    goals: [{ goal: 'nordics', strength: 2 }],
    start: -24,
    weeks: 48,
    owner: 'Ingrid Solheim',
    manager: 'Clara Weiss',
    team: 'strategy',
    people: ['Sofia Lindqvist', 'Freya Jensen'],
    budget: 85_000,
    promisedWeeklyHours: 12,
    pull: 0.45,
  },
  {
    name: 'Managed services',
    purpose: 'Turn finished projects into monthly income.',
    scope: 'A support desk, three service levels, a price list, contracts.',
    state: 'executing',
    stateReason: '',
    category: 'transform',
    businessNeed: 'Income stops the day a project ends.',
    expectedBenefit: 'A third of income recurs.',
    priority: 2,
    goals: [{ goal: 'recurring', strength: 2 }],
    start: -12,
    weeks: 40,
    owner: 'Helena Brandt',
    manager: 'Aisha Rahman',
    team: 'engineering',
    people: ['Nadia Petrova', 'Laura Schmidt', 'Lucas Martin'],
    budget: 110_000,
    promisedWeeklyHours: 20,
    pull: 0.4,
  },
  {
    name: 'Footprint of our travel',
    purpose: 'Halve the emissions per consultant.',
    scope: 'Travel rules, a monthly figure per project, trains first.',
    state: 'completed',
    stateReason: '',
    category: 'prepare',
    businessNeed: 'Clients ask for it in tenders.',
    expectedBenefit: 'Keeps three framework contracts.',
    priority: 3,
    goals: [{ goal: 'footprint', strength: 2 }],
    start: -44,
    weeks: 28,
    owner: 'Helena Brandt',
    manager: 'Greta Olsen',
    team: 'office',
    people: ['Greta Olsen', 'Anouk Dubois'],
    budget: 18_000,
    promisedWeeklyHours: 6,
    pull: 0.3,
  },
  {
    name: 'AI delivery playbook',
    purpose: 'Do the routine third of every build with AI, safely.',
    scope: 'Rules, tools, three pilots.',
    state: 'proposed',
    stateReason: '',
    category: 'transform',
    businessNeed: 'Clients expect it, and rivals price it in.',
    expectedBenefit: 'A tenth less effort on every build.',
    priority: 2,
    goals: [
      { goal: 'lead-time', strength: 1 },
      { goal: 'recurring', strength: -1 },
    ],
    start: 4,
    weeks: 26,
    owner: 'Tomás Rivera',
    manager: null,
    team: 'engineering',
    people: [],
    budget: null,
    promisedWeeklyHours: 16,
    pull: 0,
  },
  {
    name: 'An office in Hamburg',
    purpose: 'Be near the clients of the north.',
    scope: 'A lease for ten people and a lead for the place.',
    state: 'shelved',
    stateReason:
      'Three of four clients there prefer to meet online; look again when two more sign.',
    category: 'grow',
    businessNeed: 'Travel to Hamburg takes a day a week of two people.',
    expectedBenefit: 'Two more clients a year and less travel.',
    priority: 4,
    goals: [
      { goal: 'nordics', strength: 1 },
      { goal: 'footprint', strength: -1 },
    ],
    start: 10,
    weeks: 30,
    owner: 'Ingrid Solheim',
    manager: 'Clara Weiss',
    team: 'office',
    people: [],
    budget: 140_000,
    promisedWeeklyHours: 6,
    pull: 0,
  },
  {
    name: 'A podcast',
    purpose: '',
    scope: '',
    state: 'considered',
    stateReason: '',
    category: 'grow',
    businessNeed: '',
    expectedBenefit: '',
    priority: 5,
    goals: [],
    start: null,
    weeks: 0,
    owner: 'Ingrid Solheim',
    manager: null,
    team: null,
    people: [],
    budget: null,
    promisedWeeklyHours: 0,
    pull: 0,
  },
];

import { addDays, type CalendarDate } from '../calendar-date.ts';
import { type Random, randomChoice, randomInteger } from '../random.ts';
import { sampleProducts } from './accounts.ts';
import { withDepth } from './deal-depth.ts';
import type { SampleAccount, SampleDeal, SampleStage } from './sample-firm.ts';
import { lastFriday, mondayIn } from './work.ts';
import { type ClientLine, clientLines } from './work-lines.ts';

export const sampleStages: readonly SampleStage[] = [
  { key: 'qualified', name: 'Qualified', probability: 1500, outcome: 'open' },
  { key: 'discovery', name: 'Discovery', probability: 3500, outcome: 'open' },
  { key: 'proposal', name: 'Proposal', probability: 5500, outcome: 'open' },
  { key: 'negotiation', name: 'Negotiation', probability: 7800, outcome: 'open' },
  { key: 'won', name: 'Won', probability: 10_000, outcome: 'won' },
  { key: 'lost', name: 'Lost', probability: 0, outcome: 'lost' },
];

const subjects = [
  'Order desk',
  'Data platform',
  'Pricing review',
  'Field app',
  'Member portal',
  'Cost programme',
  'Onboarding',
  'Planning board',
  'Service blueprint',
  'Supplier portal',
  'Merger support',
  'Skills programme',
] as const;
const lossReasons = [
  'Price',
  'Went with another firm',
  'Postponed',
  'Did it themselves',
  'No decision',
] as const;
const nextSteps = [
  'Send the proposal',
  'Workshop with the board',
  'Call the buyer',
  'Meet the IT lead',
  'Wait for the budget round',
] as const;

type Context = {
  readonly today: CalendarDate;
  readonly random: Random;
  readonly accounts: readonly SampleAccount[];
};

/** A pipeline of two years: what became projects, what else was won or lost, and what is open. */
export function sampleDeals(context: Context): SampleDeal[] {
  const won = clientLines.map((line) => projectDeal(line, context));
  const past = Array.from({ length: 86 }, (_, index) => pastDeal(index, context));
  const open = Array.from({ length: 28 }, (_, index) => openDeal(index, context));
  return withDepth([...past, ...won, ...open, readyDeal(context), waitingDeal(context)], {
    today: context.today,
  });
}

/** What was won for the projects of some more lines. */
export function dealsOfLines(lines: readonly ClientLine[], context: Context): SampleDeal[] {
  return withDepth(
    lines.map((line) => projectDeal(line, context)),
    { today: context.today },
  );
}

function projectDeal(line: ClientLine, { today, random }: Context): SampleDeal {
  const signedOn = addDays(mondayIn(line.start, today), -randomInteger(random, 8, 24));
  const closeOn = signedOn < today ? signedOn : addDays(today, -3);
  return {
    ...blank(today),
    key: `Won: ${line.name}`,
    name: line.name,
    account: line.account,
    product: line.product,
    owner: randomChoice(random, ['Helena Brandt', 'Tomás Rivera', 'Ingrid Solheim']),
    stage: 'won',
    stageSince: closeOn,
    value: line.price * 100,
    openedOn: addDays(closeOn, -randomInteger(random, 30, 140)),
    closeOn,
    contractSignedOn: closeOn,
    deliveryStartOn: mondayIn(line.start, today),
    deliveryEndOn: lastFriday(line.start, line.weeks, today),
    templateName: templates[line.product] ?? null,
    demand: demandFor(line.price * 100, line.product),
  };
}

function pastDeal(index: number, { today, random, accounts }: Context): SampleDeal {
  const isWon = random() < 0.36;
  const closeOn = addDays(today, -randomInteger(random, 5, 720));
  const product = randomChoice(random, sampleProducts);
  return {
    ...blank(today),
    key: `past ${index}`,
    name: randomChoice(random, subjects),
    account: randomChoice(random, accounts).key,
    product: product.key,
    owner: sellerOf(random),
    stage: isWon ? 'won' : 'lost',
    stageSince: closeOn,
    value: priceNear(product.price, random),
    openedOn: addDays(closeOn, -randomInteger(random, 20, 160)),
    closeOn,
    lostReason: isWon ? null : randomChoice(random, lossReasons),
    notes: isWon ? 'Delivered before Evenkeel came; kept for the record.' : '',
  };
}

function openDeal(index: number, { today, random, accounts }: Context): SampleDeal {
  const stage =
    (['qualified', 'discovery', 'proposal', 'negotiation'] as const)[
      Math.min(3, Math.floor(random() * random() * 5))
    ] ?? 'qualified';
  const product = randomChoice(random, sampleProducts);
  const value = priceNear(product.price, random);
  const closeOn = addDays(today, randomInteger(random, index % 7 === 0 ? -20 : 4, 150));
  const start = randomInteger(random, 4, 20);
  return {
    ...blank(today),
    key: `open ${index}`,
    name: randomChoice(random, subjects),
    account: randomChoice(random, accounts).key,
    product: product.key,
    owner: sellerOf(random),
    stage,
    stageSince: addDays(today, -randomInteger(random, 1, 60)),
    value,
    openedOn: addDays(today, -randomInteger(random, 10, 150)),
    closeOn,
    nextStep: randomChoice(random, nextSteps),
    deliveryStartOn: stage === 'qualified' ? null : mondayIn(start, today),
    deliveryEndOn:
      stage === 'qualified' ? null : lastFriday(start, randomInteger(random, 8, 22), today),
    templateName: templates[product.key] ?? null,
    demand: stage === 'qualified' ? [] : demandFor(value, product.key),
  };
}

/** A large deal about to be signed: the one whose preview shows what it does to the initiatives. */
function readyDeal({ today }: Context): SampleDeal {
  return {
    ...blank(today),
    key: 'ready',
    name: 'Network of depots',
    account: 'Vanguard Freight',
    product: 'build',
    owner: 'Tomás Rivera',
    stage: 'negotiation',
    stageSince: addDays(today, -9),
    value: 74_400_000,
    openedOn: addDays(today, -84),
    closeOn: addDays(today, 11),
    nextStep: 'Sign the contract',
    notes: 'They want to start at once. Their IT lead sits in Ghent and prefers mail.',
    scope:
      'One planning board for nine depots, with the carriers connected and the planners trained.',
    deliveryStartOn: mondayIn(2, today),
    deliveryEndOn: lastFriday(2, 14, today),
    templateName: 'Software build',
    demand: readyDemand,
  };
}

/** Won and signed three days ago: its hand-off waits to be accepted. */
function waitingDeal({ today }: Context): SampleDeal {
  const signedOn = addDays(today, -3);
  return {
    ...blank(today),
    key: 'waiting',
    name: 'Customer portal',
    account: 'Velden Energy',
    product: 'implementation',
    owner: 'Tomás Rivera',
    stage: 'won',
    stageSince: signedOn,
    value: 8_640_000,
    openedOn: addDays(today, -61),
    closeOn: signedOn,
    contractSignedOn: signedOn,
    notes: 'The second project for them. They want the same designer as in the outage desk.',
    scope:
      'A portal where customers see their meters, bills and outages; single sign-on; a help page.',
    deliveryStartOn: mondayIn(3, today),
    deliveryEndOn: lastFriday(3, 12, today),
    templateName: 'Software implementation',
    demand: demandFor(8_640_000, 'implementation'),
  };
}

/** More than the firm has free this winter: that is what the preview is for. */
const readyDemand: SampleDeal['demand'] = [
  { role: 'developer', minutes: 2600 * 60 },
  { role: 'consultant', minutes: 1600 * 60 },
  { role: 'designer', minutes: 850 * 60 },
  { role: 'manager', minutes: 470 * 60 },
];

const templates: Record<string, string> = {
  build: 'Software build',
  implementation: 'Software implementation',
  strategy: 'Strategy',
  training: 'Training',
  'service-design': 'Strategy',
  discovery: 'Strategy',
};

const mixes: Record<string, readonly (readonly [role: string, share: number])[]> = {
  build: [
    ['developer', 0.55],
    ['designer', 0.18],
    ['consultant', 0.17],
    ['manager', 0.1],
  ],
  implementation: [
    ['developer', 0.6],
    ['consultant', 0.28],
    ['manager', 0.12],
  ],
  strategy: [
    ['partner', 0.2],
    ['consultant', 0.7],
    ['manager', 0.1],
  ],
  training: [
    ['consultant', 0.75],
    ['designer', 0.15],
    ['manager', 0.1],
  ],
  'service-design': [
    ['designer', 0.7],
    ['consultant', 0.2],
    ['manager', 0.1],
  ],
  discovery: [
    ['consultant', 0.6],
    ['designer', 0.3],
    ['manager', 0.1],
  ],
};

/** Hours that a price pays for at about 135 an hour, in whole half-days. */
function demandFor(value: number, product: string): SampleDeal['demand'] {
  const hours = value / 13_500;
  return (mixes[product] ?? []).map(([role, share]) => ({
    role,
    minutes: Math.max(1, Math.round((hours * share) / 4)) * 240,
  }));
}

function priceNear(price: number, random: Random): number {
  return Math.round((price * (0.5 + random() * 1.4)) / 100_000) * 100_000;
}

function sellerOf(random: Random): string {
  return randomChoice(random, ['Helena Brandt', 'Tomás Rivera', 'Ingrid Solheim', 'Marek Novak']);
}

function blank(today: CalendarDate) {
  return {
    stageSince: today,
    contractSignedOn: null,
    lostReason: null,
    wonReason: null,
    contest: null,
    touchedOn: null,
    nextStepOn: null,
    competitors: [],
    lines: [],
    nextStep: '',
    notes: '',
    scope: '',
    deliveryStartOn: null,
    deliveryEndOn: null,
    templateName: null,
    demand: [],
  };
}

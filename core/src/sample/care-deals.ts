import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { SampleDeal, SampleFirm, SampleStage } from './sample-firm.ts';

/** The second pipeline: what is sold on to clients whose project is over (CR-24). */
export const carePipeline = { key: 'care', name: 'Care and renewals' } as const;

/** Its stages, under names of their own. */
export const careStages: readonly SampleStage[] = [
  { key: 'care-due', name: 'Up for renewal', probability: 5_000, outcome: 'open' },
  { key: 'care-talks', name: 'In talks', probability: 7_500, outcome: 'open' },
  { key: 'care-renewed', name: 'Renewed', probability: 10_000, outcome: 'won' },
  { key: 'care-ended', name: 'Ended', probability: 0, outcome: 'lost' },
];

/** What it sells. */
export const careProduct: SampleFirm['products'][number] = {
  key: 'care',
  name: 'Care contract',
  series: 'Managed services',
  price: 960_000,
};

type Line = readonly [
  account: string,
  name: string,
  stage: string,
  value: number,
  closeIn: number,
  next: readonly [step: string, inDays: number] | null,
];

const lines: readonly Line[] = [
  ['Velden Energy', 'Care of the outage desk', 'care-talks', 1_440_000, 24, ['Send the terms', 3]],
  ['Lumen Health', 'Care of the patient journey', 'care-due', 960_000, 61, ['Ask how it runs', 9]],
  [
    'Harbour Logistics',
    'Control tower, second year',
    'care-talks',
    1_920_000,
    17,
    ['Agree hours', 6],
  ],
  ['Cobalt Mining', 'Care of the trading desk', 'care-due', 1_200_000, 80, null],
  ['Castello Hotels', 'Booking, second year', 'care-due', 720_000, 45, ['Call the owner', 2]],
  ['Orchard Retail', 'Store app, first year', 'care-due', 960_000, 96, null],
  ['Delta Water', 'Leak detection, second year', 'care-renewed', 1_080_000, -21, null],
  ['Harbour Logistics', 'Berth planning, second year', 'care-renewed', 1_320_000, -64, null],
  ['Granite Bank', 'Lending advice, second year', 'care-ended', 840_000, -38, null],
];

/** Renewals of the sample: most are open, two are renewed, one has ended. */
export function careDeals(today: CalendarDate): SampleDeal[] {
  return lines.map((line, index) => careDeal(line, index, today));
}

function careDeal(
  [account, name, stage, value, closeIn, next]: Line,
  index: number,
  today: CalendarDate,
): SampleDeal {
  const closeOn = addDays(today, closeIn);
  const isOpen = closeIn > 0;
  const since = isOpen ? addDays(today, -(6 + index * 4)) : closeOn;
  return {
    key: `care ${index}`,
    name,
    account,
    product: careProduct.key,
    owner: index % 2 === 0 ? 'Tomás Rivera' : 'Helena Brandt',
    stage,
    stageSince: since,
    value,
    openedOn: addDays(closeOn, -120),
    closeOn,
    contractSignedOn: null,
    lostReason: stage === 'care-ended' ? 'Did it themselves' : null,
    wonReason: stage === 'care-renewed' ? 'Knew us already' : null,
    contest: 'goal-led',
    touchedOn: addDays(since, index % 3),
    competitors: [],
    lines: [{ product: careProduct.key, name, quantity: 12, unitPrice: value / 12 }],
    nextStep: next?.[0] ?? '',
    nextStepOn: next ? addDays(today, next[1]) : null,
    notes: '',
    scope: 'Hours each month, answers within a working day, a talk every quarter.',
    deliveryStartOn: null,
    deliveryEndOn: null,
    templateName: null,
    demand: [],
  };
}

import { addDays, type CalendarDate, calendarDate } from '@evenkeel/core/calendar-date';
import { type Money, money } from '@evenkeel/core/money';

export type SampleDeal = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly stage: SampleStage;
  readonly value: Money;
  readonly probability: number;
  readonly owner: { readonly id: string; readonly name: string } | undefined;
  readonly close: CalendarDate;
  readonly nextStep: string | null;
  readonly effort: number;
  readonly health: 'on-track' | 'at-risk' | 'off-track' | 'unknown';
};

export const sampleStages = ['qualified', 'discovery', 'proposal', 'negotiation', 'won'] as const;
export type SampleStage = (typeof sampleStages)[number];

const names = [
  'ERP rollout',
  'CRM redesign',
  'Cloud migration',
  'Data platform',
  'BI dashboards',
  'Security audit',
  'Mobile field app',
];
const firms = [
  'Northwind Logistics',
  'Stark Retail',
  'Initech Robotics',
  'Contoso Health',
  'Wayne Media',
  'Umbrella Finance',
  'Fabrikam Energy',
  'Acme Foods',
  'Hooli Logistics',
  'Globex Retail',
];
export const samplePeople = [
  'Ada Lovelace',
  'Grace Hopper',
  'Alan Turing',
  'Kat Johnson',
  'Edsger Dijkstra',
].map((name) => ({ id: name, name }));
const steps = ['Send proposal', 'Intro with CFO', null, 'Security review', 'Legal redlines'];
const healths = ['on-track', 'at-risk', 'off-track', 'unknown'] as const;

/** Deals that look alike every time. */
export function sampleDeals(count: number): readonly SampleDeal[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `deal-${index}`,
    number: `D-${1000 + index}`,
    name: pick(names, index),
    account: { id: pick(firms, index * 3), name: pick(firms, index * 3) },
    stage: pick(sampleStages, index * 7),
    value: money((((index * 37) % 97) + 3) * 100_000, 'EUR'),
    probability: pick([1500, 3500, 5500, 7800, 10_000], index * 7),
    owner: index % 11 === 0 ? undefined : pick(samplePeople, index),
    close: addDays(calendarDate('2026-11-01'), index % 240),
    nextStep: pick(steps, index),
    effort: ((index * 13) % 400) * 30,
    health: pick(healths, index),
  }));
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

import { addDays, type CalendarDate, isWeekdayDate, weekStart } from '../calendar-date.ts';
import { type Random, randomInteger } from '../random.ts';
import type { QuotaPeriod } from '../strategy/tactic.ts';
import type { SampleKey } from './sample-firm.ts';

export type SampleTactic = {
  readonly key: SampleKey;
  readonly tacticalPlan: SampleKey;
  readonly name: string;
  readonly quota: number | null;
  readonly period: QuotaPeriod | null;
  readonly incentive: string;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly people: readonly SampleKey[];
  readonly counts: readonly {
    readonly person: SampleKey;
    readonly on: CalendarDate;
    readonly count: number;
  }[];
};

export type SampleTacticalPlan = {
  readonly key: SampleKey;
  readonly goal: SampleKey;
  readonly name: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly resources: string;
  readonly owner: SampleKey;
  readonly lastReviewedOn: CalendarDate;
};

/** The plan's duties: who answers for what. */
export const sampleDuties: readonly { readonly person: SampleKey; readonly duty: string }[] = [
  { person: 'Helena Brandt', duty: 'Recurring income and the spread of clients' },
  { person: 'Ingrid Solheim', duty: 'The Nordic market; people who stay' },
  { person: 'Tomás Rivera', duty: 'Proposals: speed and the share that is won' },
];

/** Two tactical plans of the sample's strategy, one of them due for a review. */
export function sampleTacticalPlans(today: CalendarDate): readonly SampleTacticalPlan[] {
  return [
    {
      key: 'nordic-sales',
      goal: 'nordics',
      name: 'Nordic prospecting',
      startsOn: addDays(today, -120),
      endsOn: addDays(today, 210),
      resources: 'The list of 80 target accounts, the partner in Oslo, an hour each morning.',
      owner: 'Ingrid Solheim',
      lastReviewedOn: addDays(today, -45),
    },
    {
      key: 'care-offer',
      goal: 'recurring',
      name: 'Care with every build',
      startsOn: addDays(today, -200),
      endsOn: addDays(today, 160),
      resources: 'The care offer, its price list, ten minutes in each closing meeting.',
      owner: 'Marek Novak',
      lastReviewedOn: addDays(today, -12),
    },
  ];
}

/** What is done under them, with what was counted in the last weeks. */
export function sampleTactics(today: CalendarDate, random: Random): readonly SampleTactic[] {
  const once = { quota: null, period: null, incentive: '', counts: [] } as const;
  const sellers = ['Ingrid Solheim', 'Tomás Rivera'];
  return [
    {
      key: 'hours',
      tacticalPlan: 'nordic-sales',
      name: 'Hours of prospecting',
      quota: 5,
      period: 'weekly',
      incentive: '',
      dueOn: null,
      doneOn: null,
      people: sellers,
      counts: weeksOf(today, 12).flatMap((day) =>
        sellers.map((person, index) => ({
          person,
          on: day,
          count: randomInteger(random, 0, index === 0 ? 2 : 1),
        })),
      ),
    },
    {
      key: 'demos',
      tacticalPlan: 'nordic-sales',
      name: 'Demos held',
      quota: 3,
      period: 'quarterly',
      incentive: 'A day off for the team when both meet it',
      dueOn: null,
      doneOn: null,
      people: sellers,
      counts: sellers.map((person, index) => ({
        person,
        on: addDays(weekStart(today), -7),
        count: 2 + index,
      })),
    },
    {
      ...once,
      key: 'accounts',
      tacticalPlan: 'nordic-sales',
      name: 'Choose the 80 accounts worth calling',
      dueOn: addDays(today, -90),
      doneOn: addDays(today, -95),
      people: ['Ingrid Solheim'],
    },
    {
      ...once,
      key: 'fair',
      tacticalPlan: 'nordic-sales',
      name: 'Book a place at the Stockholm fair',
      dueOn: addDays(today, 20),
      doneOn: null,
      people: ['Marek Novak'],
    },
    {
      key: 'care-talk',
      tacticalPlan: 'care-offer',
      name: 'Offer care in a closing meeting',
      quota: 2,
      period: 'monthly',
      incentive: '',
      dueOn: null,
      doneOn: null,
      people: ['Marek Novak', 'Helena Brandt'],
      counts: [
        { person: 'Marek Novak', on: addDays(today, -32), count: 2 },
        { person: 'Helena Brandt', on: addDays(today, -35), count: 1 },
      ],
    },
  ];
}

/** Weekdays of the last weeks before today. */
function weeksOf(today: CalendarDate, weeks: number): readonly CalendarDate[] {
  return Array.from({ length: weeks * 7 }, (_, index) => addDays(today, -index - 1)).filter(
    isWeekdayDate,
  );
}

import type { ReserveAmount } from '../balance/ring-fence.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  monthOf,
} from '../calendar-date.ts';
import type { SampleKey } from './sample-firm.ts';

/** A loan of the sample: what was lent of a month, and what of it has been paid back since. */
export type SampleLoan = {
  readonly project: SampleKey;
  readonly reason: string;
  readonly month: CalendarMonth;
  readonly minutes: number;
  readonly lentOn: CalendarDate;
  readonly payBackOn: CalendarDate;
  readonly payBacks: readonly {
    readonly month: CalendarMonth;
    readonly minutes: number;
    readonly on: CalendarDate;
  }[];
};

export type SampleRingFence = {
  readonly key: SampleKey;
  readonly name: string;
  /** Null: the whole firm. */
  readonly team: SampleKey | null;
  readonly fromMonth: CalendarMonth;
  readonly amount: ReserveAmount;
  readonly moneyMinor: number;
  readonly loans: readonly SampleLoan[];
};

/**
 * What Northlight holds back: a tenth of the firm, with one loan that was paid back and one that is
 * overdue, and some hours of the designers.
 */
export function sampleRingFences(today: CalendarDate): SampleRingFence[] {
  const month = (count: number) => addMonths(monthOf(today), count);
  return [
    {
      key: 'firm',
      name: 'A tenth for our own future',
      team: null,
      fromMonth: month(-4),
      amount: { by: 'share', basisPoints: 1000 },
      moneyMinor: 600_000,
      loans: [
        {
          project: 'Trading desk',
          reason: 'The go-live moved up two weeks; the client pays the rush rate.',
          month: month(-2),
          minutes: 96 * 60,
          lentOn: addDays(today, -66),
          payBackOn: addDays(today, -9),
          payBacks: [{ month: month(-1), minutes: 32 * 60, on: addDays(today, -31) }],
        },
        {
          project: 'Grid outage desk',
          reason: 'Two people ill in the week of the acceptance.',
          month: month(-3),
          minutes: 24 * 60,
          lentOn: addDays(today, -92),
          payBackOn: addDays(today, -40),
          payBacks: [{ month: month(-1), minutes: 24 * 60, on: addDays(today, -48) }],
        },
      ],
    },
    {
      key: 'design',
      name: 'Friday afternoons of Design',
      team: 'design',
      fromMonth: month(-1),
      amount: { by: 'minutes', minutesPerMonth: 60 * 60 },
      moneyMinor: 0,
      loans: [],
    },
  ];
}

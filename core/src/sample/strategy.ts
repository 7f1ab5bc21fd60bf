import { addDays, type CalendarDate, dateOf } from '../calendar-date.ts';
import type { SampleFirm, SampleGoal } from './sample-firm.ts';

/** The firm's three-year strategy, now in its first or second year. */
export function samplePlan(today: CalendarDate): SampleFirm['plan'] {
  const year = Number(today.slice(0, 4));
  return {
    name: `Strategy ${year}–${year + 2}`,
    mission:
      'We help mid-sized European firms change how they work, and leave them able to go on without us.',
    vision:
      'The first call when a firm of 50 to 5,000 people wants advice that ends in working software.',
    standing:
      'Two thirds of our income comes from one-off projects of eight accounts. Utilisation is high, margins slip when projects overrun, and own projects stop whenever a client calls.',
    destination:
      'A third of income recurs, no account is above 15 %, every project manager knows the margin before the client asks, and a fifth of our hours builds our own future.',
    startsOn: dateOf(year, 1, 1),
    values:
      'Say what is so, early.\nFinish what we start.\nLeave the client able to go on without us.\nOwn projects count as much as paid ones.',
    lastReviewedOn: addDays(today, -98),
    endsOn: dateOf(year + 2, 12, 31),
    owner: 'Helena Brandt',
  };
}

/** Four goals of the plan, one of them behind. */
export function sampleGoals(today: CalendarDate): SampleGoal[] {
  const inWeeks = (weeks: number) => addDays(today, weeks * 7);
  return [
    {
      key: 'recurring',
      name: 'A third of income recurs every month',
      driver: 'growth',
      deadline: inWeeks(56),
      owner: 'Helena Brandt',
      statedOn: addDays(today, -330),
      statedAt: 'Partners’ retreat',
      notes: '',
    },
    {
      key: 'nordics',
      name: 'Eight clients in the Nordic countries',
      driver: 'growth',
      deadline: inWeeks(30),
      owner: 'Ingrid Solheim',
      statedOn: addDays(today, -330),
      statedAt: 'Partners’ retreat',
      notes: '',
    },
    {
      key: 'lead-time',
      name: 'Proposals out within three working days',
      driver: 'differentiation',
      deadline: inWeeks(20),
      owner: 'Tomás Rivera',
      statedOn: addDays(today, -190),
      statedAt: 'Quarterly review',
      notes: '',
    },
    {
      key: 'footprint',
      name: 'Half the emissions per consultant',
      driver: 'risk',
      deadline: inWeeks(82),
      owner: 'Helena Brandt',
      statedOn: addDays(today, -330),
      statedAt: 'Partners’ retreat',
      notes: 'Asked for by three of our five largest clients.',
    },
    {
      key: 'retention',
      name: 'Nine of ten people stay each year',
      driver: 'risk',
      deadline: inWeeks(44),
      owner: 'Ingrid Solheim',
      statedOn: addDays(today, -120),
      statedAt: 'Talk to the whole firm',
      notes: 'No initiative serves this goal yet.',
    },
  ];
}

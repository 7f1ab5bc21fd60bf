import type { AgreementContent } from '../agreements/agreement.ts';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { SampleKey } from './sample-firm.ts';

/** The client project of the sample on which firm and client work together in all the ways there are. */
export const workingProject: SampleKey = 'Warehouse control tower';

type SampleVersion = {
  readonly note: string;
  readonly file: { readonly name: string; readonly content: string };
  readonly askedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** What the client said, and when; null while they are looking at it. */
  readonly answer: {
    readonly on: CalendarDate;
    readonly decision: 'approved' | 'rejected';
    readonly reason: string;
  } | null;
};

/** What is handed over, version by version. */
export type SampleDeliverable = {
  readonly name: string;
  readonly description: string;
  readonly versions: readonly SampleVersion[];
};

/** What the client is asked for. */
export type SampleDuty = {
  readonly name: string;
  readonly kind: 'input' | 'access';
  readonly details: string;
  readonly askedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly answer: { readonly on: CalendarDate; readonly text: string } | null;
  readonly confirmedOn: CalendarDate | null;
};

/** Deliverables of the sample: one approved at the second go, one that waits. */
export function sampleDeliverables(today: CalendarDate): SampleDeliverable[] {
  const day = (offset: number) => addDays(today, offset);
  return [
    {
      name: 'Screens of the control tower',
      description: 'Every screen that a dispatcher uses, in the order of a shift.',
      versions: [
        {
          note: 'All screens but the night shift.',
          file: {
            name: 'Screens 1.txt',
            content: 'Arrivals\nDocks\nDelays\nMessages to carriers\n',
          },
          askedOn: day(-40),
          dueOn: day(-33),
          answer: {
            on: day(-31),
            decision: 'rejected',
            reason: 'The night shift sees other docks. Please add its screens.',
          },
        },
        {
          note: 'With the night shift.',
          file: {
            name: 'Screens 2.txt',
            content: 'Arrivals\nDocks\nDelays\nMessages to carriers\nNight shift\n',
          },
          askedOn: day(-24),
          dueOn: day(-17),
          answer: { on: day(-18), decision: 'approved', reason: '' },
        },
      ],
    },
    {
      name: 'Carrier interface, description',
      description: 'What a carrier sends us, field by field, with examples.',
      versions: [
        {
          note: 'For the three carriers of the pilot.',
          file: {
            name: 'Carrier interface.txt',
            content: 'Field,Meaning\neta,expected arrival\ndock,wanted dock\nload,pallets\n',
          },
          askedOn: day(-4),
          dueOn: day(3),
          answer: null,
        },
      ],
    },
  ];
}

/** Duties of the sample: one done late, one answered, one overdue, one to come. */
export function sampleClientDuties(today: CalendarDate): SampleDuty[] {
  const day = (offset: number) => addDays(today, offset);
  return [
    {
      name: 'Access to the warehouse system',
      kind: 'access',
      details: 'A user that may read docks and arrivals, for two of us.',
      askedOn: day(-45),
      dueOn: day(-38),
      answer: { on: day(-32), text: 'Both users are set up.' },
      confirmedOn: day(-31),
    },
    {
      name: 'List of docks with their sizes',
      kind: 'input',
      details: 'As a table, one line for each dock.',
      askedOn: day(-12),
      dueOn: day(-3),
      answer: { on: day(-1), text: 'Sent to Emil by mail.' },
      confirmedOn: null,
    },
    {
      name: 'Names of the pilot’s dispatchers',
      kind: 'input',
      details: 'Four people, two of the night shift.',
      askedOn: day(-9),
      dueOn: day(-2),
      answer: null,
      confirmedOn: null,
    },
    {
      name: 'Rules for calls at night',
      kind: 'input',
      details: 'Whom to call when a carrier is more than two hours late.',
      askedOn: day(-1),
      dueOn: day(9),
      answer: null,
      confirmedOn: null,
    },
  ];
}

/** What the sample's agreement says beyond the usual. */
export const sampleAgreement: Pick<
  AgreementContent,
  'channels' | 'delays' | 'toleranceDays' | 'surprises' | 'surpriseNote'
> = {
  channels:
    'The portal for questions and decisions; the control room’s phone when a carrier stands still.',
  toleranceDays: 3,
  delays: 'A promised date that moves by more than three working days, or any date of the pilot.',
  surprises: ['small-delays', 'order-of-work', 'minor-risks'],
  surpriseNote: 'Changes in the team are told first: the night shift wants to know who calls.',
};

/** What the sample's client wants to be different. */
export const sampleChange = {
  name: 'Messages to carriers by text as well',
  wanted: 'Two of our carriers have no computer in the yard. Could delays reach them by text?',
} as const;

import type { AttendeePart } from '../meetings/meeting.ts';
import type { SampleKey } from './sample-firm.ts';

/** The client projects of Northlight whose clients look into the portal. */
export const sampleOpenProjects: readonly SampleKey[] = [
  'Grid outage desk',
  'Warehouse control tower',
];

/** What was told of a project, and what came of it. */
export const sampleReporting = {
  project: 'Grid outage desk',
  account: 'Velden Energy',
  checkIns: [
    {
      weeksAgo: 1,
      by: 'Aisha Rahman',
      moved: 'The dispatchers tried the first screens; two of three shifts are trained.',
      next: 'Alarm rules, then the night shift.',
      obstacle: 'Their access to the network model is still missing.',
    },
    {
      weeksAgo: 0,
      by: 'Aisha Rahman',
      moved: 'Alarm rules run on the copy of last winter; the night shift is trained.',
      next: 'Pilot in the western region.',
      obstacle: '',
    },
  ],
  /** Changed in the report of last week before it was sent. */
  sentNeeds: 'Access to the network model, so that the alarm rules can be tested',
  questions: [
    {
      question: 'Who can see our outage data?',
      answer:
        'Only the people who work on this project at our firm. The data remain in your data centre, and every access is recorded.',
      isPublished: true,
    },
    {
      question: 'What happens if the pilot has to be interrupted?',
      answer: '',
      isPublished: false,
    },
  ],
} as const;

/** A meeting at Northlight. */
export type SampleMeeting = {
  readonly name: string;
  readonly project: SampleKey | null;
  readonly account: SampleKey | null;
  readonly inDays: number;
  readonly at: string;
  readonly minutes: number;
  readonly link: string;
  readonly place: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly isClientVisible: boolean;
  readonly everyWeeks: number | null;
  readonly people: readonly (readonly [SampleKey, AttendeePart])[];
  /** Contacts of the account who come as well. */
  readonly contacts: number;
  /** Points added by hand, each with what came of it. */
  readonly points: readonly (readonly [name: string, outcome: string])[];
};

/** What was talked about, and what will be. Days count from today; weekends are moved to Monday. */
export const sampleMeetings: readonly SampleMeeting[] = [
  {
    name: 'Grid outage desk: mid-way review',
    project: 'Grid outage desk',
    account: 'Velden Energy',
    inDays: -6,
    at: '14:00',
    minutes: 60,
    link: 'https://video.example.com/grid-outage-desk',
    place: '',
    purpose: 'Look at the first half and agree on the order of the second.',
    outcome: 'The pilot begins in the western region; the north follows once the alarms are right.',
    isClientVisible: true,
    everyWeeks: null,
    people: [
      ['Aisha Rahman', 'presents'],
      ['Samuel Adeyemi', 'takes-part'],
      ['Julia Romano', 'writes'],
    ],
    contacts: 1,
    points: [
      ['Region of the pilot', 'The western region.'],
      ['Training of the night shift', 'Two evenings, before the pilot.'],
    ],
  },
  {
    name: 'Grid outage desk: weekly',
    project: 'Grid outage desk',
    account: 'Velden Energy',
    inDays: 3,
    at: '10:00',
    minutes: 30,
    link: 'https://video.example.com/grid-outage-desk',
    place: '',
    purpose: '',
    outcome: '',
    isClientVisible: true,
    everyWeeks: 1,
    people: [
      ['Aisha Rahman', 'presents'],
      ['Samuel Adeyemi', 'takes-part'],
    ],
    contacts: 1,
    points: [],
  },
  {
    name: 'Nordic market: go or wait',
    project: 'Enter the Nordic market',
    account: null,
    inDays: 5,
    at: '09:30',
    minutes: 45,
    link: '',
    place: 'Room Skagen',
    purpose: 'Decide whether the second half begins this quarter.',
    outcome: '',
    isClientVisible: false,
    everyWeeks: null,
    people: [
      ['Helena Brandt', 'decides'],
      ['Marek Novak', 'presents'],
    ],
    contacts: 0,
    points: [['What the first talks in Oslo said', '']],
  },
];

import type { AttendeePart } from '../meetings/meeting.ts';
import type { SampleKey } from './sample-firm.ts';

/** The client projects of Northlight whose clients look into the portal. */
export const sampleOpenProjects: readonly SampleKey[] = [
  'Claims portal',
  'Warehouse control tower',
];

/** What was told of a project, and what came of it. */
export const sampleReporting = {
  project: 'Claims portal',
  account: 'Meridian Insurance',
  checkIns: [
    {
      weeksAgo: 1,
      by: 'Aisha Rahman',
      moved: 'The claim handlers tried the first screens; two of three teams are trained.',
      next: 'Rules for small claims, then the third team.',
      obstacle: 'Their access to the policy system is still missing.',
    },
    {
      weeksAgo: 0,
      by: 'Aisha Rahman',
      moved: 'Rules for small claims run on the claims of last winter; the third team is trained.',
      next: 'Pilot in the motor branch.',
      obstacle: '',
    },
  ],
  /** Changed in the report of last week before it was sent. */
  sentNeeds: 'Access to the policy system, so that the rules can be tested',
  questions: [
    {
      question: 'Who can see our claims?',
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
    name: 'Claims portal: mid-way review',
    project: 'Claims portal',
    account: 'Meridian Insurance',
    inDays: -6,
    at: '14:00',
    minutes: 60,
    link: 'https://video.example.com/claims-portal',
    place: '',
    purpose: 'Look at the first half and agree on the order of the second.',
    outcome: 'The pilot begins in the motor branch; household follows once the rules are right.',
    isClientVisible: true,
    everyWeeks: null,
    people: [
      ['Aisha Rahman', 'presents'],
      ['Samuel Adeyemi', 'takes-part'],
      ['Nadia Petrova', 'writes'],
    ],
    contacts: 1,
    points: [
      ['Branch of the pilot', 'The motor branch.'],
      ['Training of the third team', 'Two mornings, before the pilot.'],
    ],
  },
  {
    name: 'Claims portal: weekly',
    project: 'Claims portal',
    account: 'Meridian Insurance',
    inDays: 3,
    at: '10:00',
    minutes: 30,
    link: 'https://video.example.com/claims-portal',
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

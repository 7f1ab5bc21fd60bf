import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { SubjectKind } from '../subject.ts';
import type { SampleKey } from './sample-firm.ts';

/** Names a record of the sample that something hangs on. */
export type SampleSubject = { readonly kind: SubjectKind; readonly key: SampleKey };

export type SampleComment = {
  readonly subject: SampleSubject;
  readonly author: SampleKey;
  readonly on: CalendarDate;
  /** Minutes after midnight, UTC. */
  readonly minute: number;
  /** `{owner}` stands for whoever loads the sample. */
  readonly body: string;
  readonly isClientVisible: boolean;
};

type Line = readonly [
  kind: SubjectKind,
  key: SampleKey,
  author: SampleKey,
  daysAgo: number,
  minute: number,
  body: string,
  audience?: 'client',
];

const depot = ['deal', 'ready'] as const;
const portal = ['deal', 'waiting'] as const;
const tower = ['client-project', 'Warehouse control tower'] as const;
const nordic = ['initiative', 'Enter the Nordic market'] as const;

const lines: readonly Line[] = [
  [
    ...depot,
    'Tomás Rivera',
    12,
    612,
    'Their board asked for a start in two weeks. I said we would show what that does to our own work first.',
  ],
  [
    ...depot,
    'Aisha Rahman',
    11,
    557,
    'Nine depots at once needs four developers. We have two free before March.',
  ],
  [
    ...depot,
    'Tomás Rivera',
    9,
    905,
    'Price agreed; only the liability clause is open. @{owner}, could you look at the preview before I answer?',
  ],
  [
    ...depot,
    'Helena Brandt',
    2,
    540,
    'I would rather start with three depots. The other six can follow in spring, at the same price.',
  ],
  [
    ...portal,
    'Ingrid Solheim',
    5,
    660,
    'They ask for Freya again. She is free from week three on.',
  ],
  [
    ...portal,
    'Tomás Rivera',
    3,
    1010,
    'Signed. The scope is in the deal; the help page came in late and is in the price.',
  ],
  [
    'account',
    'Harbour Logistics',
    'Helena Brandt',
    40,
    590,
    'Lunch with their COO: happy with the timetable, less so with how late we told them about the data. Tell bad news on the day.',
  ],
  [
    'account',
    'Harbour Logistics',
    '{owner}',
    16,
    800,
    'They will tender the yard project in autumn. We should be asked to help write it.',
  ],
  [
    'account',
    'Velden Energy',
    'Tomás Rivera',
    4,
    700,
    'New head of IT from next month; the old one stays as an adviser.',
  ],
  [
    ...tower,
    '{owner}',
    13,
    545,
    'The carriers’ data comes two days late every week. The plan holds only if that ends by the month’s close.',
  ],
  [
    ...tower,
    'Emil Hansen',
    12,
    830,
    'I wrote to their supplier: https://status.carrier.example shows the same delay on their side.',
  ],
  [
    ...tower,
    '{owner}',
    8,
    620,
    'We can show the first screens on Thursday. Please name two planners who try them.',
    'client',
  ],
  [
    ...nordic,
    'Ingrid Solheim',
    30,
    575,
    'Oslo or Stockholm first? Two of our warm contacts are in Oslo.',
  ],
  [...nordic, 'Helena Brandt', 28, 960, 'Oslo. One city until it carries itself.'],
  [
    'goal',
    'nordics',
    'Helena Brandt',
    21,
    640,
    'Three so far, and the fourth is promised. Without somebody there two days a week it stops here.',
  ],
  [
    'initiative',
    'Proposal workbench',
    'Clara Weiss',
    6,
    720,
    'The review step saves a day, but only when a partner is named beforehand.',
  ],
  [
    'plan',
    '',
    'Helena Brandt',
    50,
    600,
    'For the retreat: which of the goals would we drop if we had to drop one?',
  ],
  ['plan', '', 'Ingrid Solheim', 49, 655, 'The travel one, sadly. It has an owner but no hours.'],
];

/** What the people of the sample say about their work, oldest first. */
export function sampleComments(today: CalendarDate): SampleComment[] {
  return lines.map(([kind, key, author, daysAgo, minute, body, audience]) => ({
    subject: { kind, key },
    author,
    on: addDays(today, -daysAgo),
    minute,
    body,
    isClientVisible: audience === 'client',
  }));
}

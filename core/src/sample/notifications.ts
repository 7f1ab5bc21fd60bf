import type { FirmTopic } from '../notifications/topic.ts';
import type { SampleSubject } from './comments.ts';
import type { SampleKey } from './sample-firm.ts';

/** Something that whoever loads the sample was told of. */
export type SampleNotification = {
  readonly topic: FirmTopic;
  readonly title: string;
  readonly body: string;
  readonly subject: SampleSubject;
  readonly hoursAgo: number;
  readonly isRead: boolean;
};

type Line = readonly [
  topic: FirmTopic,
  hoursAgo: number,
  kind: SampleSubject['kind'],
  key: SampleKey,
  title: string,
  body: string,
  isRead?: 'read',
];

const lines: readonly Line[] = [
  [
    'mention',
    2,
    'deal',
    'ready',
    'Aisha Rahman mentioned you on Nine depots at once',
    'Nine depots at once needs four developers. Can you say by Thursday whom we could spare?',
  ],
  [
    'comment',
    5,
    'client-project',
    'Warehouse control tower',
    'Tomás Rivera wrote on Warehouse control tower',
    'They would rather see the exceptions first and the map later. I moved the pages around.',
  ],
  [
    'schedule',
    20,
    'client-project',
    'Warehouse control tower',
    '3 of your tasks in Warehouse control tower moved',
    'Each of them begins two days later, since the interfaces came late.',
  ],
  [
    'starvation',
    29,
    'initiative',
    'Enter the Nordic market',
    'Enter the Nordic market was given a third of its hours',
    'Its people worked for clients instead. You can give it the hours back, move the date, or stop it.',
  ],
  [
    'client',
    50,
    'deal',
    'waiting',
    'The client answered on the portal deal',
    'They want to decide after their board meets.',
    'read',
  ],
  [
    'assignment',
    75,
    'client-project',
    'Warehouse control tower',
    'You are now on 2 tasks of Warehouse control tower',
    'Review of the interfaces\nGo-live checklist',
    'read',
  ],
];

/** The inbox of whoever loads the sample, the newest first. */
export function sampleNotifications(): SampleNotification[] {
  return lines.map(([topic, hoursAgo, kind, key, title, body, isRead]) => ({
    topic,
    title,
    body,
    subject: { kind, key },
    hoursAgo,
    isRead: isRead === 'read',
  }));
}

import { interactionKinds } from './interaction.ts';

/** The records that have a timeline. */
export const timelineSubjects = ['account', 'contact', 'deal', 'project'] as const;
export type TimelineSubject = (typeof timelineSubjects)[number];

/** The kinds of facts that stand on a timeline. */
export const timelineKinds = [
  ...interactionKinds,
  'deal-opened',
  'deal-won',
  'deal-lost',
  'contract-signed',
  'handed-off',
  'project-started',
  'project-ended',
  'comment',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Kinds that people filter by together, in the order of the chips. */
export const timelineGroups = [
  { id: 'calls', label: 'Calls', kinds: ['call'] },
  { id: 'emails', label: 'E-mails', kinds: ['email'] },
  { id: 'meetings', label: 'Meetings', kinds: ['meeting'] },
  { id: 'notes', label: 'Notes and comments', kinds: ['note', 'comment'] },
  {
    id: 'sales',
    label: 'Sales',
    kinds: ['deal-opened', 'deal-won', 'deal-lost', 'contract-signed', 'handed-off'],
  },
  { id: 'delivery', label: 'Delivery', kinds: ['project-started', 'project-ended'] },
] as const satisfies readonly {
  readonly id: string;
  readonly label: string;
  readonly kinds: readonly TimelineKind[];
}[];

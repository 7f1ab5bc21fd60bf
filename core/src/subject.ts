import type { Id } from './id.ts';

/**
 * The kinds of record that others can point to: comments, files, links, actions, notices. Words of
 * the glossary; a project is named by its kind, so that the reader always knows which.
 */
export const subjectKinds = [
  'account',
  'contact',
  'lead',
  'deal',
  'quote',
  'contract',
  'hand-off',
  'customer-goal',
  'customer-initiative',
  'interaction',
  'plan',
  'goal',
  'objective',
  'kpi',
  'initiative',
  'insight',
  'action',
  'client-project',
  'task',
  'delay-notice',
  'decision',
  'person',
  'product',
  'deliverable',
  'meeting',
  'status-report',
  'question',
  'working-agreement',
  'change-request',
] as const;

/** What kind of record is meant. */
export type SubjectKind = (typeof subjectKinds)[number];

/** Points to any record of the workspace. */
export type Subject = { readonly kind: SubjectKind; readonly id: Id<string> };

/** One text for a subject, to keep it under: `deal:0190…`. */
export function subjectKey(subject: { readonly kind: SubjectKind; readonly id: string }): string {
  return `${subject.kind}:${subject.id}`;
}

/** Records that a client may see in their portal: only what is written on these can be shown to them. */
export const clientVisibleKinds: readonly SubjectKind[] = [
  'account',
  'deal',
  'quote',
  'contract',
  'client-project',
  'task',
  'deliverable',
  'meeting',
  'status-report',
  'question',
  'delay-notice',
  'decision',
];

/** Pages of single records, from the root of the app; kinds without a page of their own are left out. */
const pages: Partial<Record<SubjectKind, string>> = {
  account: '/accounts/',
  contact: '/contacts/',
  lead: '/leads/',
  deal: '/deals/',
  quote: '/quotes/',
  'hand-off': '/hand-offs/',
  plan: '/plans/',
  goal: '/goals/',
  kpi: '/kpis/',
  initiative: '/initiatives/',
  insight: '/insights/',
  action: '/actions?action=',
  'client-project': '/client-projects/',
  task: '/tasks/',
  'delay-notice': '/delay-notices/',
  decision: '/decisions/',
  person: '/people/',
  deliverable: '/deliverables/',
  meeting: '/meetings/',
  'status-report': '/status-reports/',
};

/**
 * The address of a record's page, from the root of the app; null for a kind without one.
 * @example subjectPath({ kind: 'deal', id }) // '/deals/0190…'
 */
export function subjectPath(subject: {
  readonly kind: SubjectKind;
  readonly id: string;
}): string | null {
  const page = pages[subject.kind];
  return page === undefined ? null : `${page}${subject.id}`;
}

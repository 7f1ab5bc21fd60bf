import type { SubjectKind } from '@evenkeel/core/subject';
import { numberPrefixes } from './record-number.ts';

type SubjectWords = {
  /** One of them: `Client project`. */
  readonly one: string;
  readonly many: string;
};

/** How each kind of record is called on screen. */
export const subjectWords: Record<SubjectKind, SubjectWords> = {
  account: { one: 'Account', many: 'Accounts' },
  contact: { one: 'Contact', many: 'Contacts' },
  lead: { one: 'Lead', many: 'Leads' },
  deal: { one: 'Deal', many: 'Deals' },
  quote: { one: 'Quote', many: 'Quotes' },
  contract: { one: 'Contract', many: 'Contracts' },
  'hand-off': { one: 'Hand-off', many: 'Hand-offs' },
  'customer-goal': { one: 'Customer goal', many: 'Customer goals' },
  'customer-initiative': { one: 'Customer initiative', many: 'Customer initiatives' },
  interaction: { one: 'Interaction', many: 'Interactions' },
  plan: { one: 'Plan', many: 'Plans' },
  goal: { one: 'Goal', many: 'Goals' },
  objective: { one: 'Objective', many: 'Objectives' },
  kpi: { one: 'KPI', many: 'KPIs' },
  initiative: { one: 'Initiative', many: 'Initiatives' },
  insight: { one: 'Insight', many: 'Insights' },
  action: { one: 'Action', many: 'Actions' },
  'client-project': {
    one: 'Client project',
    many: 'Client projects',
  },
  task: { one: 'Task', many: 'Tasks' },
  person: { one: 'Person', many: 'People' },
  product: { one: 'Product', many: 'Products' },
  deliverable: { one: 'Deliverable', many: 'Deliverables' },
  'delay-notice': { one: 'Delay notice', many: 'Delay notices' },
  decision: { one: 'Decision', many: 'Decisions' },
  meeting: { one: 'Meeting', many: 'Meetings' },
  'status-report': { one: 'Status report', many: 'Status reports' },
  question: { one: 'Question', many: 'Questions' },
  'working-agreement': { one: 'Working agreement', many: 'Working agreements' },
  'change-request': { one: 'Change request', many: 'Change requests' },
};

/** The number that people see (`DEA-1042`); null for records that bear none. */
export function subjectNumber(subject: {
  readonly kind: SubjectKind;
  readonly number: number | null;
}): string | null {
  if (subject.number === null) return null;
  const prefixes: Partial<Record<SubjectKind, string>> = numberPrefixes;
  const prefix = prefixes[subject.kind];
  return prefix === undefined ? String(subject.number) : `${prefix}-${subject.number}`;
}

import type { SubjectKind } from '@evenkeel/core/subject';
import { numberPrefixes } from './record-number.ts';

type SubjectWords = {
  /** One of them: `Client project`. */
  readonly one: string;
  readonly many: string;
  /** Where its page is; null while it has none of its own. */
  readonly href: ((id: string) => string) | null;
};

/** How each kind of record is called on screen, and where its page is. */
export const subjectWords: Record<SubjectKind, SubjectWords> = {
  account: { one: 'Account', many: 'Accounts', href: (id) => `/accounts/${id}` },
  contact: { one: 'Contact', many: 'Contacts', href: (id) => `/contacts/${id}` },
  lead: { one: 'Lead', many: 'Leads', href: (id) => `/leads/${id}` },
  deal: { one: 'Deal', many: 'Deals', href: (id) => `/deals/${id}` },
  quote: { one: 'Quote', many: 'Quotes', href: (id) => `/quotes/${id}` },
  // Its terms stand on the page of its deal.
  contract: { one: 'Contract', many: 'Contracts', href: null },
  'hand-off': { one: 'Hand-off', many: 'Hand-offs', href: (id) => `/hand-offs/${id}` },
  'customer-goal': { one: 'Customer goal', many: 'Customer goals', href: null },
  'customer-initiative': { one: 'Customer initiative', many: 'Customer initiatives', href: null },
  interaction: { one: 'Interaction', many: 'Interactions', href: null },
  plan: { one: 'Plan', many: 'Plans', href: (id) => `/plans/${id}` },
  goal: { one: 'Goal', many: 'Goals', href: (id) => `/goals/${id}` },
  objective: { one: 'Objective', many: 'Objectives', href: null },
  kpi: { one: 'KPI', many: 'KPIs', href: (id) => `/kpis/${id}` },
  initiative: { one: 'Initiative', many: 'Initiatives', href: (id) => `/initiatives/${id}` },
  insight: { one: 'Insight', many: 'Insights', href: (id) => `/insights/${id}` },
  action: { one: 'Action', many: 'Actions', href: (id) => `/actions?action=${id}` },
  'client-project': {
    one: 'Client project',
    many: 'Client projects',
    href: (id) => `/client-projects/${id}`,
  },
  task: { one: 'Task', many: 'Tasks', href: (id) => `/tasks/${id}` },
  person: { one: 'Person', many: 'People', href: (id) => `/people/${id}` },
  product: { one: 'Product', many: 'Products', href: null },
};

/** The address of a record's page; null for a kind without one. */
export function subjectHref(subject: {
  readonly kind: SubjectKind;
  readonly id: string;
}): string | null {
  return subjectWords[subject.kind].href?.(subject.id) ?? null;
}

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

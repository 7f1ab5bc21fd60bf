import type { NextContact } from './cadence.ts';

/** Health of the relationship with an account, as `HealthMark` shows it. */
export const accountHealths = ['on-track', 'at-risk', 'off-track', 'unknown'] as const;
export type AccountHealth = (typeof accountHealths)[number];

/** The judgement and what it rests on, in words. */
export type HealthJudgement = { readonly health: AccountHealth; readonly reason: string };

/** Overdue by more than this many days is off track. */
const longOverdueDays = 30;

/**
 * How the relationship with an account stands (CR-19), from facts only: client projects beyond
 * their end, and contact that is overdue. Unknown when neither a project runs nor a contact is due.
 */
export function accountHealth(facts: {
  readonly next: NextContact;
  readonly runningProjects: number;
  /** Running projects whose end has passed. */
  readonly lateProjects: number;
}): HealthJudgement {
  const { next, runningProjects, lateProjects } = facts;
  const late = lateProjects > 0 ? [`${projects(lateProjects)} past the end date`] : [];
  const overdue =
    next.standing === 'overdue' ? [`contact overdue by ${days(next.daysOverdue)}`] : [];
  const reason = [...late, ...overdue].join(', ');
  if (next.daysOverdue > longOverdueDays || (late.length > 0 && overdue.length > 0))
    return { health: 'off-track', reason };
  if (reason !== '') return { health: 'at-risk', reason };
  if (runningProjects > 0) return { health: 'on-track', reason: 'Projects within their dates' };
  if (next.standing !== 'none') return { health: 'on-track', reason: 'Contact kept up' };
  return { health: 'unknown', reason: 'No project runs and no contact is planned' };
}

function projects(count: number): string {
  return count === 1 ? '1 project' : `${count} projects`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

import { type Issue, issue } from '../issue.ts';
import { criteriaNeeded, criterionLabels, type InitiativeTest } from './initiative-test.ts';

/** The funnel of initiatives (ST-39), in order; the last two stand beside it and keep their reason. */
export const initiativeStates = [
  'considered',
  'proposed',
  'approved',
  'executing',
  'completed',
  'shelved',
  'rejected',
] as const;
export type InitiativeState = (typeof initiativeStates)[number];

/**
 * Where an initiative can go from each state. Every step can be taken back; nothing that was
 * considered and rejected runs without being approved in between.
 */
const nextStates: Record<InitiativeState, readonly InitiativeState[]> = {
  considered: ['proposed', 'approved', 'shelved', 'rejected'],
  proposed: ['considered', 'approved', 'shelved', 'rejected'],
  approved: ['considered', 'proposed', 'executing', 'shelved', 'rejected'],
  executing: ['approved', 'completed', 'shelved'],
  completed: ['executing'],
  shelved: ['considered', 'proposed', 'approved', 'executing'],
  rejected: ['considered', 'proposed', 'approved'],
};

/** The states an initiative can go to next, in the order of the funnel. */
export function initiativeMoves(from: InitiativeState): readonly InitiativeState[] {
  return nextStates[from];
}

/** Whether going there asks for a reason, which is then kept (ST-39). */
export function needsReason(state: InitiativeState): boolean {
  return state === 'shelved' || state === 'rejected';
}

/** Whether the firm has bound itself: the initiative is approved, runs, or ran to its end. */
export function isCommitted(state: InitiativeState): boolean {
  return state === 'approved' || state === 'executing' || state === 'completed';
}

/**
 * What an initiative lacks to be approved (ST-03, ST-14): three of the five criteria, and a goal it
 * serves. Empty when nothing stands in the way. Paths name the field to fill.
 */
export function approvalIssues(test: InitiativeTest, goalCount: number): readonly Issue[] {
  const issues: Issue[] = [];
  if (goalCount === 0) {
    issues.push(issue(['goals'], 'no-goal', 'Link at least one goal that it serves.'));
  }
  if (test.metCount >= criteriaNeeded) return issues;
  for (const { criterion, missing } of test.criteria) {
    for (const { field, message } of missing) {
      if (field === 'goals' && goalCount === 0) continue;
      issues.push(
        issue([field], `criterion-${criterion}`, `${criterionLabels[criterion]}: ${message}`),
      );
    }
  }
  return issues;
}

/**
 * What stands in the way of moving an initiative; empty when it may go. Approval is asked for
 * whenever the firm binds itself anew.
 */
export function moveIssues(
  from: InitiativeState,
  to: InitiativeState,
  record: { readonly test: InitiativeTest; readonly goalCount: number; readonly reason: string },
): readonly Issue[] {
  if (!nextStates[from].includes(to)) {
    return [issue(['state'], 'wrong-state', `It is ${from}; it cannot become ${to} from there.`)];
  }
  if (needsReason(to) && record.reason.trim() === '') {
    return [issue(['reason'], 'needed', `Say why it is ${to}; the reason is kept.`)];
  }
  if (isCommitted(to) && !isCommitted(from)) return approvalIssues(record.test, record.goalCount);
  return [];
}

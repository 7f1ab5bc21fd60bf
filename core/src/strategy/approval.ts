import { type Issue, issue } from '../issue.ts';
import type { ProjectState } from '../projects/state.ts';
import { criteriaNeeded, criterionLabels, type InitiativeTest } from './initiative-test.ts';

/** Whether the firm has bound itself: the work is approved, runs, or ran to its end. */
export function isBinding(state: ProjectState): boolean {
  return state === 'approved' || state === 'executing' || state === 'completed';
}

/**
 * Whether a step binds the firm anew, so that approval is asked for. What is approved goes on though
 * it lost a criterion since: it is then shown as a goal candidate, not stopped.
 */
export function needsApproval(from: ProjectState, to: ProjectState): boolean {
  return isBinding(to) && !isBinding(from);
}

/**
 * What an initiative lacks to be approved (ST-03, ST-14): three of the five criteria, and a goal it
 * serves. Empty when nothing stands in the way. Each path names the field to fill.
 */
export function approvalIssues(test: InitiativeTest, goalCount: number): readonly Issue[] {
  const issues: Issue[] = [];
  if (goalCount === 0) {
    issues.push(issue(['goals'], 'no-goal', 'Link at least one goal that it serves.'));
  }
  if (test.metCount >= criteriaNeeded) return issues;
  for (const { criterion, missing } of test.criteria) {
    for (const { field, message } of missing) {
      // Asked for above already.
      if (field === 'goals' && goalCount === 0) continue;
      const words = `${criterionLabels[criterion]}: ${message}`;
      issues.push(issue([field], `criterion-${criterion}`, words));
    }
  }
  return issues;
}

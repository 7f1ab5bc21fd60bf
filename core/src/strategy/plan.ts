/** The life of a strategic plan: written, approved, and closed when its time is over. */
export const planStates = ['draft', 'approved', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

/** Whose plan it is (ST-29). */
export const planScopes = ['company', 'team', 'person'] as const;
export type PlanScope = (typeof planScopes)[number];

/** The parts of a strategic plan that people write (ST-22). */
export type WrittenPlan = {
  readonly mission: string;
  readonly vision: string;
  /** Where we stand. */
  readonly standing: string;
  /** Where we want to be. */
  readonly destination: string;
  readonly ownerId: string | null;
  readonly goalCount: number;
};

export const planFields = [
  'goals',
  'ownerId',
  'mission',
  'vision',
  'standing',
  'destination',
] as const;
export type PlanField = (typeof planFields)[number];

/** Something a plan lacks. `isNeeded`: it cannot be approved without; otherwise it is advice. */
export type PlanGap = {
  readonly field: PlanField;
  readonly isNeeded: boolean;
  readonly message: string;
};

const nextStates: Record<PlanState, readonly PlanState[]> = {
  draft: ['approved'],
  approved: ['draft', 'closed'],
  closed: ['approved'],
};

/** Whether a plan can go from one state to the other; each step can be taken back. */
export function canMovePlan(from: PlanState, to: PlanState): boolean {
  return nextStates[from].includes(to);
}

/** What a plan lacks, the needed first. Only a goal is needed: without one there is nothing to approve. */
export function planGaps(plan: WrittenPlan): readonly PlanGap[] {
  const gaps: PlanGap[] = [];
  if (plan.goalCount === 0) {
    gaps.push({ field: 'goals', isNeeded: true, message: 'Add at least one goal.' });
  }
  if (plan.ownerId === null) gaps.push(advice('ownerId', 'Name who answers for the plan.'));
  if (isBlank(plan.mission))
    gaps.push(advice('mission', 'Write the mission: what the firm is for.'));
  if (isBlank(plan.vision))
    gaps.push(advice('vision', 'Write the vision: what it wants to become.'));
  if (isBlank(plan.standing)) gaps.push(advice('standing', 'Write where you stand today.'));
  if (isBlank(plan.destination)) {
    gaps.push(advice('destination', 'Write where you want to be at the end.'));
  }
  return gaps;
}

function advice(field: PlanField, message: string): PlanGap {
  return { field, isNeeded: false, message };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

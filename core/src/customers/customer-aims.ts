/** Where a customer's goal stands, as they say. */
export const customerGoalStates = ['open', 'reached', 'dropped'] as const;
export type CustomerGoalState = (typeof customerGoalStates)[number];

export const customerGoalStateLabels: Readonly<Record<CustomerGoalState, string>> = {
  open: 'Open',
  reached: 'Reached',
  dropped: 'Dropped',
};

/** One of the customer's goals, as far as the ladder needs it. */
export type LadderGoal = {
  readonly id: string;
  readonly state: CustomerGoalState;
  /** The higher goal it serves; null at the top. */
  readonly servesId: string | null;
};

/** A deal or project of ours, and what of the customer's it serves. */
export type ServingWork = {
  readonly id: string;
  readonly kind: 'deal' | 'project';
  readonly name: string;
  /** Lost deals and shelved projects serve nothing. */
  readonly isLost: boolean;
  /** Nothing more will come of it: a project that has ended. */
  readonly isOver: boolean;
  readonly goalIds: readonly string[];
  readonly initiativeIds: readonly string[];
};

/** What a customer wants and runs, and what of ours serves it (B12). */
export type CustomerAims = {
  readonly goals: readonly LadderGoal[];
  readonly initiatives: readonly { readonly id: string; readonly goalIds: readonly string[] }[];
  readonly work: readonly ServingWork[];
};

/** Why a customer goal calls for a conversation. */
export const promptReasons = ['no-work', 'work-ended'] as const;
export type PromptReason = (typeof promptReasons)[number];

/** An open goal for which nothing of ours is done: a reason to speak (CR-11). */
export type GoalPrompt = { readonly goalId: string; readonly reason: PromptReason };

/**
 * The work that serves each goal: named on the goal itself, on an initiative that serves it, or on
 * a goal further down its ladder. What is lost serves nothing. O(goals × depth + work × goals served).
 */
export function workByGoal(aims: CustomerAims): ReadonlyMap<string, readonly ServingWork[]> {
  const above = new Map(aims.goals.map(({ id, servesId }) => [id, servesId]));
  const goalsOfInitiative = new Map(aims.initiatives.map(({ id, goalIds }) => [id, goalIds]));
  const found = new Map<string, Map<string, ServingWork>>(
    aims.goals.map(({ id }) => [id, new Map()]),
  );
  for (const work of aims.work) {
    if (work.isLost) continue;
    const named = work.initiativeIds.flatMap((id) => goalsOfInitiative.get(id) ?? []);
    for (const goalId of [...work.goalIds, ...named]) {
      for (const id of upwards(goalId, above)) found.get(id)?.set(work.id, work);
    }
  }
  return new Map([...found].map(([id, work]) => [id, [...work.values()]]));
}

/**
 * Every open goal that no deal and no project serves, and every one whose work is over though the
 * goal is still open. A goal without work is always among them (B12).
 */
export function goalPrompts(aims: CustomerAims): readonly GoalPrompt[] {
  const serving = workByGoal(aims);
  return aims.goals.flatMap(({ id, state }): GoalPrompt[] => {
    if (state !== 'open') return [];
    const work = serving.get(id) ?? [];
    if (work.length === 0) return [{ goalId: id, reason: 'no-work' }];
    return work.every(({ isOver }) => isOver) ? [{ goalId: id, reason: 'work-ended' }] : [];
  });
}

/** Whether letting one goal serve another would make the ladder come back to itself. */
export function makesCircle(
  goals: readonly Pick<LadderGoal, 'id' | 'servesId'>[],
  { goalId, servesId }: { readonly goalId: string; readonly servesId: string | null },
): boolean {
  if (servesId === null) return false;
  const above = new Map(goals.map((goal) => [goal.id, goal.servesId]));
  return upwards(servesId, above).includes(goalId);
}

/** A goal and every goal above it, from the bottom up; stops where it would come round again. */
function upwards(goalId: string, above: ReadonlyMap<string, string | null>): readonly string[] {
  const path: string[] = [];
  for (
    let at: string | null = goalId;
    at !== null && !path.includes(at);
    at = above.get(at) ?? null
  )
    path.push(at);
  return path;
}

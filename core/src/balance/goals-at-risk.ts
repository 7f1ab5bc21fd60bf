import type { CalendarDate } from '../calendar-date.ts';
import type { GoalId, ProjectId } from '../id.ts';
import type { Balance } from './balance.ts';
import type { HoursChange } from './hours-ahead.ts';

/** A goal with its deadline and the live initiatives that help it. */
export type ScenarioGoal = {
  readonly id: GoalId;
  readonly name: string;
  readonly deadline: CalendarDate | null;
  readonly initiativeIds: readonly ProjectId[];
};

/** Why an initiative puts the goals it serves at risk, the gravest first. */
export const goalRiskReasons = ['stopped', 'no-end', 'late', 'loses-hours'] as const;
export type GoalRiskReason = (typeof goalRiskReasons)[number];

/** A goal at risk, and through which initiatives. */
export type GoalAtRisk = {
  readonly goalId: GoalId;
  readonly because: readonly {
    readonly projectId: ProjectId;
    readonly reason: GoalRiskReason;
    /** When the initiative is done by the forecast, where a day can be named. */
    readonly finishOn: CalendarDate | null;
  }[];
};

/**
 * Goals whose initiatives end after the goal's deadline or have no forecast end within two years, are
 * committed today and stopped in the scenario, or lose more than a tenth of their hours to it.
 * `live` is the balance without the scenario, `hours` what the scenario takes from initiatives.
 */
export function goalsAtRisk(
  goals: readonly ScenarioGoal[],
  found: {
    readonly live: Balance;
    readonly after: Balance;
    readonly hours: readonly HoursChange[];
  },
): GoalAtRisk[] {
  const finishes = new Map(found.after.finishes.map((finish) => [finish.projectId, finish]));
  const wasCommitted = new Set(found.live.finishes.map((finish) => finish.projectId));
  const starved = new Set(
    found.hours.filter((change) => change.isStarved).map((change) => change.projectId),
  );
  const reasonOf = (id: ProjectId, deadline: CalendarDate | null): GoalRiskReason | null => {
    const finish = finishes.get(id);
    if (!finish) return wasCommitted.has(id) ? 'stopped' : null;
    if (finish.reason === 'beyond-horizon') return 'no-end';
    if (deadline !== null && finish.finishOn !== null && finish.finishOn > deadline) return 'late';
    return starved.has(id) ? 'loses-hours' : null;
  };
  return goals.flatMap((goal) => {
    const because = goal.initiativeIds.flatMap((projectId) => {
      const reason = reasonOf(projectId, goal.deadline);
      const finishOn = finishes.get(projectId)?.finishOn ?? null;
      return reason === null ? [] : [{ projectId, reason, finishOn }];
    });
    return because.length === 0 ? [] : [{ goalId: goal.id, because }];
  });
}

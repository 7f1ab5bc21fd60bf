import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  GoalId,
  Id,
  MemberId,
  PersonId,
  ProjectId,
  StrategicPlanId,
  TacticalPlanId,
  TacticId,
  TeamId,
} from '@evenkeel/core/id';
import type { ReviewCadence } from '@evenkeel/core/strategy/review-cadence';
import type { QuotaPeriod } from '@evenkeel/core/strategy/tactic';
import type { Generated } from 'kysely';
import type { Numbered, Optional, OptionalTimestamp, Row, Trash } from './tables.ts';

export type StrategicPlanTable = Row<StrategicPlanId> &
  Numbered &
  Trash & {
    name: string;
    mission: Generated<string>;
    vision: Generated<string>;
    standing: Generated<string>;
    destination: Generated<string>;
    starts_on: CalendarDate;
    ends_on: CalendarDate;
    owner_id: Optional<PersonId>;
    state: Generated<'draft' | 'approved' | 'closed'>;
    approved_at: OptionalTimestamp;
    approved_by: Optional<MemberId>;
    values: Generated<string>;
    scope: Generated<'company' | 'team' | 'person'>;
    team_id: Optional<TeamId>;
    person_id: Optional<PersonId>;
    review_cadence: Generated<ReviewCadence>;
    last_reviewed_on: Optional<CalendarDate>;
  };
export type GoalTable = Row<GoalId> &
  Numbered &
  Trash & {
    plan_id: StrategicPlanId;
    name: string;
    driver: 'growth' | 'differentiation' | 'risk';
    deadline: Optional<CalendarDate>;
    owner_id: Optional<PersonId>;
    stated_by: Optional<PersonId>;
    stated_on: Optional<CalendarDate>;
    stated_at: Generated<string>;
    notes: Generated<string>;
  };
export type GoalLinkTable = Row<Id<'goal-link'>> & {
  project_id: ProjectId;
  goal_id: GoalId;
  strength: Generated<number>;
};

export type PlanDutyTable = Row<Id<'plan-duty'>> & {
  plan_id: StrategicPlanId;
  person_id: PersonId;
  duty: Generated<string>;
  position: number;
};

export type TacticalPlanTable = Row<TacticalPlanId> &
  Numbered &
  Trash & {
    plan_id: StrategicPlanId;
    goal_id: Optional<GoalId>;
    name: string;
    starts_on: Optional<CalendarDate>;
    ends_on: Optional<CalendarDate>;
    resources: Generated<string>;
    owner_id: Optional<PersonId>;
    review_cadence: Generated<ReviewCadence>;
    last_reviewed_on: Optional<CalendarDate>;
  };

export type TacticTable = Row<TacticId> &
  Trash & {
    tactical_plan_id: TacticalPlanId;
    name: string;
    position: Generated<number>;
    quota: Optional<number>;
    period: Optional<QuotaPeriod>;
    incentive: Generated<string>;
    due_on: Optional<CalendarDate>;
    done_on: Optional<CalendarDate>;
  };

export type TacticPersonTable = Row<Id<'tactic-person'>> & {
  tactical_plan_id: TacticalPlanId;
  tactic_id: TacticId;
  person_id: PersonId;
};

export type TacticCountTable = Row<Id<'tactic-count'>> & {
  tactical_plan_id: TacticalPlanId;
  tactic_id: TacticId;
  person_id: PersonId;
  on_date: CalendarDate;
  count: number;
};

/** The tables of plans and goals, for the query builder. */
export type PlanTables = {
  strategic_plan: StrategicPlanTable;
  goal: GoalTable;
  goal_link: GoalLinkTable;
  plan_duty: PlanDutyTable;
  tactical_plan: TacticalPlanTable;
  tactic: TacticTable;
  tactic_person: TacticPersonTable;
  tactic_count: TacticCountTable;
};

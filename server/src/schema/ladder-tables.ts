import type { GoalId, LadderAnswerId, LadderRungId, MemberId, ProjectId } from '@evenkeel/core/id';
import type { LadderQuestion } from '@evenkeel/core/strategy/why-ladder';
import type { Optional, Row } from './tables.ts';

export type LadderAnswerTable = Row<LadderAnswerId> & {
  text: string;
  written_by: Optional<MemberId>;
};

export type LadderRungTable = Row<LadderRungId> & {
  from_project_id: Optional<ProjectId>;
  from_answer_id: Optional<LadderAnswerId>;
  question: LadderQuestion;
  to_answer_id: Optional<LadderAnswerId>;
  to_goal_id: Optional<GoalId>;
  asked_by: Optional<MemberId>;
};

/** The tables of why-ladders, for the query builder. */
export type LadderTables = { ladder_answer: LadderAnswerTable; ladder_rung: LadderRungTable };

/** Identity of a record: a UUID, made by the server, branded with the noun it identifies. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` is a UUID in lower case. */
export function isId(text: string): boolean {
  return uuidPattern.test(text);
}

export type WorkspaceId = Id<'workspace'>;
export type UserId = Id<'user'>;
export type MemberId = Id<'member'>;
export type TeamId = Id<'team'>;
export type SkillId = Id<'skill'>;
export type RoleId = Id<'role'>;
export type PersonId = Id<'person'>;
export type TermId = Id<'term'>;
export type AccountId = Id<'account'>;
export type ProductId = Id<'product'>;
export type PipelineId = Id<'pipeline'>;
export type StageId = Id<'stage'>;
export type QuoteId = Id<'quote'>;
export type ContractId = Id<'contract'>;
export type DealId = Id<'deal'>;
export type StrategicPlanId = Id<'strategic-plan'>;
export type GoalId = Id<'goal'>;
export type ObjectiveId = Id<'objective'>;
export type KpiId = Id<'kpi'>;
export type TacticalPlanId = Id<'tactical-plan'>;
export type TacticId = Id<'tactic'>;
export type LadderAnswerId = Id<'ladder-answer'>;
export type LadderRungId = Id<'ladder-rung'>;
export type ProjectId = Id<'project'>;
export type ActionId = Id<'action'>;
export type AnalysisBoardId = Id<'analysis-board'>;
export type InsightId = Id<'insight'>;
export type AssumptionId = Id<'assumption'>;
export type BenefitId = Id<'benefit'>;
export type CostItemId = Id<'cost-item'>;
export type RankingCriterionId = Id<'ranking-criterion'>;
export type StakeholderId = Id<'stakeholder'>;
export type PhaseId = Id<'phase'>;
export type TaskId = Id<'task'>;
export type ChecklistItemId = Id<'checklist-item'>;
export type HealthStatementId = Id<'health-statement'>;
export type RecurrenceId = Id<'recurrence'>;
export type DependencyId = Id<'dependency'>;
export type CalendarId = Id<'calendar'>;
export type CalendarExceptionId = Id<'calendar-exception'>;
export type LeaveId = Id<'leave'>;
export type AllocationId = Id<'allocation'>;
export type BaselineId = Id<'baseline'>;
export type TemplateId = Id<'template'>;
export type HandOffId = Id<'hand-off'>;
export type TimeEntryId = Id<'time-entry'>;
export type CommentId = Id<'comment'>;
export type TimesheetId = Id<'timesheet'>;
export type FileId = Id<'file'>;
export type RingFenceId = Id<'ring-fence'>;
export type ReserveLoanId = Id<'reserve-loan'>;
export type ReserveEntryId = Id<'reserve-entry'>;
export type MixReviewId = Id<'mix-review'>;
export type LevellingRunId = Id<'levelling-run'>;
export type LinkId = Id<'link'>;
export type SavedViewId = Id<'saved-view'>;
export type ScenarioId = Id<'scenario'>;
export type ScenarioChangeId = Id<'scenario-change'>;
export type TagId = Id<'tag'>;
export type CustomFieldId = Id<'custom-field'>;
export type UploadId = Id<'upload'>;
export type ImportId = Id<'import'>;
export type ContactId = Id<'contact'>;
export type CustomerGoalId = Id<'customer-goal'>;
export type CustomerInitiativeId = Id<'customer-initiative'>;
export type InteractionId = Id<'interaction'>;
export type LeadId = Id<'lead'>;

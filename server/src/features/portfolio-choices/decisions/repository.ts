import type { CalendarDate, CalendarMonth } from '@evenkeel/core/calendar-date';
import type {
  DealId,
  PortfolioChoiceId,
  PortfolioDecisionId,
  PortfolioRunId,
  ProjectId,
} from '@evenkeel/core/id';
import type { CandidateId } from '@evenkeel/core/portfolio-choice/choice';
import type { Verdict } from '@evenkeel/core/portfolio-choice/decision';
import type { CandidateKind } from '@evenkeel/core/portfolio-choice/facts';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

const most = 5_000;

/** What stood on a record before somebody decided on it. */
export type Held = {
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  /** State of an initiative; null for deals. */
  readonly state: string | null;
  readonly reason: string;
};

export type NewDecision = {
  readonly kind: CandidateKind;
  readonly candidateId: CandidateId;
  readonly verdict: Verdict;
  readonly month: CalendarMonth | null;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly wasProposed: boolean;
  readonly reason: string;
  readonly held: Held;
};

export type DecisionRecord = Awaited<ReturnType<typeof listDecisions>>[number];

export async function insertDecisions(
  scope: Scope,
  of: { readonly choiceId: PortfolioChoiceId; readonly runId: PortfolioRunId },
  decisions: readonly NewDecision[],
): Promise<void> {
  await insertRows(
    scope,
    'portfolio_decision',
    decisions.map((one) => ({
      id: newId<PortfolioDecisionId>(),
      choice_id: of.choiceId,
      run_id: of.runId,
      deal_id: one.kind === 'deal' ? one.candidateId : null,
      project_id: one.kind === 'initiative' ? one.candidateId : null,
      verdict: one.verdict,
      month: one.month,
      start_on: one.startOn,
      end_on: one.endOn,
      was_proposed: one.wasProposed,
      reason: one.reason,
      decided_by: scope.actor.memberId,
      decided_at: scope.now,
      held: one.held,
    })),
  );
}

/** Decisions of a choice, or on one deal or initiative, with how the record stands now; latest first. */
export async function listDecisions(
  scope: Scope,
  of: { readonly choiceId: PortfolioChoiceId } | { readonly subjectId: DealId | ProjectId },
) {
  const rows = await scope.tx
    .selectFrom('portfolio_decision as verdict')
    .innerJoin('portfolio_choice as choice', (join) =>
      join
        .onRef('choice.workspace_id', '=', 'verdict.workspace_id')
        .onRef('choice.id', '=', 'verdict.choice_id'),
    )
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'verdict.workspace_id')
        .onRef('member.id', '=', 'verdict.decided_by'),
    )
    .leftJoin('deal', (join) =>
      join
        .onRef('deal.workspace_id', '=', 'verdict.workspace_id')
        .onRef('deal.id', '=', 'verdict.deal_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'verdict.workspace_id')
        .onRef('project.id', '=', 'verdict.project_id'),
    )
    .selectAll('verdict')
    .select(['choice.name as choice_name', 'choice.number as choice_number'])
    .select(['member.name as decided_by_name'])
    .select((at) => [
      at.fn.coalesce('deal.name', 'project.name').as('subject_name'),
      at.fn.coalesce('deal.delivery_start_on', 'project.start_on').as('start_now'),
      at.fn.coalesce('deal.delivery_end_on', 'project.end_on').as('end_now'),
    ])
    .select('project.state as state_now')
    .where('verdict.workspace_id', '=', scope.workspaceId)
    .where((at) =>
      'choiceId' in of
        ? at('verdict.choice_id', '=', of.choiceId)
        : at.or([
            // The id is of one kind or the other; ids of different tables never meet.
            at('verdict.deal_id', '=', of.subjectId as DealId),
            at('verdict.project_id', '=', of.subjectId as ProjectId),
          ]),
    )
    .orderBy('verdict.decided_at', 'desc')
    .orderBy('verdict.id')
    .limit(most)
    .execute();
  // Written above only, from values of this type.
  return rows.map((row) => ({ ...row, held: row.held as Held }));
}

export async function markTakenBack(
  scope: Scope,
  ids: readonly PortfolioDecisionId[],
): Promise<void> {
  if (ids.length === 0) return;
  await scope.tx
    .updateTable('portfolio_decision')
    .set({ taken_back_at: scope.now })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', ids)
    .execute();
}

import type {
  AccountId,
  MemberId,
  PersonId,
  ProjectId,
  SatisfactionId,
  TaskId,
} from '@evenkeel/core/id';
import type { SatisfactionOccasion, Score } from '@evenkeel/core/satisfaction/satisfaction';
import { sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import type { SatisfactionTable } from '../../schema/satisfaction-tables.ts';

/** A question with the names of what it is about and of whom it was asked. */
export type SatisfactionRecord = {
  readonly id: SatisfactionId;
  readonly version: number;
  readonly project_id: ProjectId;
  readonly project_name: string;
  /** Who leads the project, the manager before its owner. */
  readonly lead_ids: readonly PersonId[];
  readonly occasion: SatisfactionOccasion;
  readonly milestone_id: TaskId | null;
  readonly milestone_name: string | null;
  readonly member_id: MemberId;
  readonly member_name: string;
  readonly asked_at: Date;
  readonly reminded_at: Date | null;
  readonly expires_at: Date;
  readonly score: Score | null;
  readonly comment: string;
  readonly answered_at: Date | null;
  readonly channel: 'mail' | 'portal' | null;
  readonly follow_up_id: TaskId | null;
  readonly follow_up_name: string | null;
};

export type SatisfactionFilter = {
  readonly id?: SatisfactionId;
  readonly projectId?: ProjectId | undefined;
  readonly accountId?: AccountId | undefined;
};

/** Questions of standing projects, the latest answers first, then those that wait. */
export async function listSatisfaction(
  scope: Scope,
  { id, projectId, accountId }: SatisfactionFilter,
): Promise<SatisfactionRecord[]> {
  const { rows } = await sql<SatisfactionRecord>`
    select s.id, s.version, s.project_id, p.name as project_name,
      array_remove(array[p.project_manager_id, p.owner_id], null) as lead_ids,
      s.occasion, s.milestone_id, s.milestone_name, s.member_id, m.name as member_name,
      s.asked_at, s.reminded_at, s.expires_at, s.score, s.comment, s.answered_at, s.channel,
      t.id as follow_up_id, t.name as follow_up_name
    from satisfaction s
    join project p on p.workspace_id = s.workspace_id and p.id = s.project_id and p.deleted_at is null
    join member m on m.workspace_id = s.workspace_id and m.id = s.member_id
    left join task t on t.workspace_id = s.workspace_id and t.id = s.follow_up_id and t.deleted_at is null
    where s.workspace_id = ${scope.workspaceId}
      and ${id ? sql`s.id = ${id}` : sql`true`}
      and ${projectId ? sql`s.project_id = ${projectId}` : sql`true`}
      and ${accountId ? sql`p.account_id = ${accountId}` : sql`true`}
    order by s.answered_at desc nulls last, s.asked_at desc, s.id
    limit 5000`.execute(scope.tx);
  return rows;
}

/** Takes a question for the rest of the transaction, so that two presses of a button make one task. */
export async function lockSatisfaction(scope: Scope, id: SatisfactionId): Promise<void> {
  await scope.tx
    .selectFrom('satisfaction')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
}

export async function updateSatisfaction(
  scope: Scope,
  id: SatisfactionId,
  columns: Updateable<SatisfactionTable>,
): Promise<void> {
  await scope.tx
    .updateTable('satisfaction')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

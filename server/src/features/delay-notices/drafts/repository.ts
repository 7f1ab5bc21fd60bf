import type { AccountId, DelayNoticeId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { ClientReason } from '@evenkeel/core/promises/delay-letter';
import type { DelaySides } from '@evenkeel/core/promises/delay-sides';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type {
  DelayNoticeTable,
  KeptHolds,
  KeptReason,
} from '../../../schema/delay-notice-tables.ts';

/** What is known of the tasks of a project and of those it waits for, to tell causes and names. */
export type CauseTask = {
  readonly id: TaskId;
  readonly name: string;
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly isClientVisible: boolean;
  readonly isClientSide: boolean;
  readonly isLevelled: boolean;
};

export async function listCauseTasks(
  scope: Scope,
  projectIds: readonly ProjectId[],
): Promise<CauseTask[]> {
  const { rows } = await sql<CauseTask>`
    select t.id, t.name, t.project_id as "projectId", p.name as "projectName",
      t.is_client_visible and t.deleted_at is null as "isClientVisible",
      t.side = 'client' as "isClientSide",
      exists (select from levelling_proposal l where l.workspace_id = t.workspace_id
        and l.task_id = t.id and l.state = 'accepted' and l.is_moved
        and l.not_before = t.constraint_on) as "isLevelled"
    from task t join project p on p.workspace_id = t.workspace_id and p.id = t.project_id
    where t.workspace_id = ${scope.workspaceId} and t.project_id = any(${[...projectIds]}::uuid[])
    order by t.id limit 1000000`.execute(scope.tx);
  return rows;
}

export type LatestNotice = Awaited<ReturnType<typeof listLatest>>[number];

/** The latest notice about each promised record of a project. */
export function listLatest(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('delay_notice')
    .distinctOn('subject_id')
    .select(['id', 'subject_id', 'state', 'withdrawal', 'new_day', 'is_edited', 'promise_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('state', '<>', 'superseded')
    .orderBy('subject_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(10_000)
    .execute();
}

/** The account of a project and the language that it reads. */
export async function findAccount(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .select(['account.id', 'account.language', 'project.calendar_id'])
    .where('project.workspace_id', '=', scope.workspaceId)
    .where('project.id', '=', projectId)
    .executeTakeFirst() as Promise<
    { id: AccountId | null; language: string | null; calendar_id: string | null } | undefined
  >;
}

/** What a draft says. */
export type Draft = Pick<
  DelayNoticeTable,
  'subject_kind' | 'subject_id' | 'promise_id' | 'wording' | 'old_day' | 'new_day' | 'slip_days'
> & {
  readonly project_id: ProjectId;
  readonly may_move: boolean;
  readonly reasons: readonly KeptReason[];
  readonly client_reasons: readonly ClientReason[];
  readonly holds: KeptHolds;
  readonly sides: DelaySides;
  readonly language: PortalLanguage;
  readonly client_text: string;
};

export async function insertDraft(scope: Scope, draft: Draft): Promise<DelayNoticeId> {
  const id = newId<DelayNoticeId>();
  await scope.tx
    .insertInto('delay_notice')
    .values({ workspace_id: scope.workspaceId, id, ...written(draft) })
    .execute();
  return id;
}

/** Draws a draft anew; a text that somebody wrote stays as they wrote it. */
export async function updateDraft(scope: Scope, id: DelayNoticeId, draft: Draft): Promise<void> {
  const { client_text: text, ...row } = written(draft);
  await scope.tx
    .updateTable('delay_notice')
    .set((of) => ({
      ...row,
      client_text: of
        .case()
        .when('is_edited', '=', true)
        .then(of.ref('client_text'))
        .else(text)
        .end(),
    }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute();
}

export async function recoverDraft(scope: Scope, id: DelayNoticeId): Promise<void> {
  await scope.tx
    .updateTable('delay_notice')
    .set({ state: 'withdrawn', withdrawal: 'recovered' })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute();
}

function written(draft: Draft) {
  return {
    ...draft,
    reasons: JSON.stringify(draft.reasons),
    client_reasons: JSON.stringify(draft.client_reasons),
    holds: JSON.stringify(draft.holds),
    sides: JSON.stringify(draft.sides),
  };
}

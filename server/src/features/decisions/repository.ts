import type { decisions } from '@evenkeel/contract/decisions';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { DecisionId, MemberId, ProjectId } from '@evenkeel/core/id';
import { nextNumbers } from '../../platform/db/numbers.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { DecisionOption } from '../../schema/decision-tables.ts';

export type DecisionRecord = Awaited<ReturnType<typeof listDecisions>>[number];

/** What is written of a decision. */
export type DecisionColumns = {
  readonly title?: string;
  readonly rationale?: string;
  readonly options?: readonly DecisionOption[];
  readonly decidedOn?: DecisionRecord['decided_on'];
  readonly decidedBy?: readonly string[];
  readonly shownAt?: Date | null;
  readonly acknowledgement?: { readonly at: Date; readonly by: MemberId };
};

export function listDecisions(scope: Scope, request: QueryOf<typeof decisions.list>) {
  let query = decisionRows(scope);
  if (request.projectId) query = query.where('decision.project_id', '=', request.projectId);
  if (request.accountId) query = query.where('project.account_id', '=', request.accountId);
  return query
    .orderBy('decision.decided_on', 'desc')
    .orderBy('decision.number', 'desc')
    .limit(5_000)
    .execute();
}

export function findDecision(scope: Scope, id: DecisionId) {
  return decisionRows(scope).where('decision.id', '=', id).executeTakeFirst();
}

/** A project of either kind that is not in the trash. */
export function findProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'kind'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function insertDecision(
  scope: Scope,
  projectId: ProjectId,
  draft: DecisionColumns & {
    readonly title: string;
    readonly decidedOn: DecisionRecord['decided_on'];
    readonly madeBy: MemberId | null;
  },
): Promise<DecisionId> {
  const id = newId<DecisionId>();
  await scope.tx
    .insertInto('decision')
    .values({
      workspace_id: scope.workspaceId,
      id,
      number: await nextNumbers(scope, 'decision', 1),
      project_id: projectId,
      title: draft.title,
      decided_on: draft.decidedOn,
      made_by: draft.madeBy,
      ...columns(draft),
    })
    .execute();
  return id;
}

export async function updateDecision(
  scope: Scope,
  key: { readonly id: DecisionId; readonly version: number },
  change: DecisionColumns,
): Promise<void> {
  const written = await scope.tx
    .updateTable('decision')
    .set((of) => ({ title: of.ref('title'), ...columns(change) }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await findDecision(scope, key.id)) !== undefined);
}

export async function deleteDecision(scope: Scope, id: DecisionId): Promise<void> {
  await scope.tx
    .deleteFrom('decision')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

function columns(change: DecisionColumns) {
  const { title, rationale, options, decidedOn, decidedBy, shownAt, acknowledgement } = change;
  return {
    ...(title === undefined ? {} : { title }),
    ...(rationale === undefined ? {} : { rationale }),
    ...(options ? { options: JSON.stringify(options) } : {}),
    ...(decidedOn ? { decided_on: decidedOn } : {}),
    ...(decidedBy ? { decided_by: [...decidedBy] } : {}),
    ...(shownAt === undefined ? {} : { shown_at: shownAt }),
    ...(acknowledgement
      ? { acknowledged_at: acknowledgement.at, acknowledged_by: acknowledgement.by }
      : {}),
  };
}

function decisionRows(scope: Scope) {
  return scope.tx
    .selectFrom('decision')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'decision.workspace_id')
        .onRef('project.id', '=', 'decision.project_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .leftJoin('member as maker', (join) =>
      join
        .onRef('maker.workspace_id', '=', 'decision.workspace_id')
        .onRef('maker.id', '=', 'decision.made_by'),
    )
    .leftJoin('member as reader', (join) =>
      join
        .onRef('reader.workspace_id', '=', 'decision.workspace_id')
        .onRef('reader.id', '=', 'decision.acknowledged_by'),
    )
    .selectAll('decision')
    .select(['project.name as project_name', 'project.kind as project_kind'])
    .select(['project.account_id', 'account.name as account_name'])
    .select(['project.owner_id', 'project.project_manager_id'])
    .select(['maker.name as made_by_name', 'reader.name as acknowledged_by_name'])
    .where('decision.workspace_id', '=', scope.workspaceId)
    .where('project.deleted_at', 'is', null);
}

import { createHash } from 'node:crypto';
import type { Id, ProjectId, PromiseId, PromisePlanId } from '@evenkeel/core/id';
import { completePlan, type SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import type { PromiseChannel, PromiseContent, PromiseKey } from '@evenkeel/core/promises/promise';
import type { Subject } from '@evenkeel/core/subject';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

/** Above what a firm tells its clients in years; a bound, so that no list is without one. */
const most = 20_000;

export type PromiseRecord = Awaited<ReturnType<typeof listVersions>>[number];

/** A version as it is first written. */
export type NewVersion = PromiseKey &
  PromiseContent & {
    readonly projectId: ProjectId;
    readonly number: number;
    readonly channel: PromiseChannel;
    readonly toldTo: readonly string[];
    readonly source: Subject | null;
    readonly planId: PromisePlanId | null;
  };

/** What a list of promises is narrowed to. */
export type PromiseFilter = {
  readonly projectIds?: readonly ProjectId[];
  readonly accountId?: Id<'account'>;
  readonly personId?: Id<'person'>;
};

/** Every version of the promises of some projects, or of the whole firm, the latest told first. */
export function listVersions(scope: Scope, filter: PromiseFilter) {
  let query = versionRows(scope);
  if (filter.projectIds) {
    const ids = [...filter.projectIds];
    query = query.where('promise.project_id', '=', sql<ProjectId>`any(${ids}::uuid[])`);
  }
  if (filter.accountId) query = query.where('project.account_id', '=', filter.accountId);
  if (filter.personId) query = query.where('project.project_manager_id', '=', filter.personId);
  return query
    .orderBy('promise.told_at', 'desc')
    .orderBy('promise.number', 'desc')
    .orderBy('promise.id', 'desc')
    .limit(most)
    .execute();
}

/** What stands about one thing; undefined before anything was told. */
export function findCurrent(scope: Scope, projectId: ProjectId, { subject, what }: PromiseKey) {
  return versionRows(scope)
    .where('promise.project_id', '=', projectId)
    .where('promise.what', '=', what)
    .where('promise.subject_kind', '=', subject.kind)
    .where('promise.subject_id', '=', subject.id)
    .orderBy('promise.number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertVersion(scope: Scope, version: NewVersion): Promise<PromiseId> {
  const id = newId<PromiseId>();
  await scope.tx
    .insertInto('promise')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: version.projectId,
      subject_kind: version.subject.kind,
      subject_id: version.subject.id,
      what: version.what,
      number: version.number,
      day: version.day,
      amount: version.amount,
      wording: version.wording,
      done_on: version.doneOn,
      is_shown: version.isShown,
      channel: version.channel,
      told_at: scope.now,
      told_to: [...version.toldTo],
      told_by: await ownMember(scope),
      source_kind: version.source?.kind ?? null,
      source_id: version.source?.id ?? null,
      plan_id: version.planId,
    })
    .execute();
  return id;
}

/** Keeps a plan; the same plan of a project is kept once. */
export async function keepPlan(
  scope: Scope,
  projectId: ProjectId,
  plan: SchedulePlan,
): Promise<PromisePlanId> {
  const text = JSON.stringify(plan);
  const hash = createHash('sha256').update(text).digest('hex');
  await scope.tx
    .insertInto('promise_plan')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<PromisePlanId>(),
      project_id: projectId,
      taken_at: scope.now,
      hash,
      plan: text,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'project_id', 'hash']).doNothing())
    .execute();
  const kept = await scope.tx
    .selectFrom('promise_plan')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return kept.id;
}

/** Plans that were kept, by their ids. */
export async function listPlans(
  scope: Scope,
  ids: readonly PromisePlanId[],
): Promise<Map<PromisePlanId, SchedulePlan>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .selectFrom('promise_plan')
    .select(['id', 'plan'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', sql<PromisePlanId>`any(${[...ids]}::uuid[])`)
    .limit(most)
    .execute();
  return new Map(rows.map(({ id, plan }) => [id, completePlan(plan)]));
}

export async function isClientProject(scope: Scope, id: ProjectId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('kind', '=', 'client')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether a promise of a project can be about a record: itself, a task of it, or what it was sold by. */
export async function isOfProject(
  scope: Scope,
  projectId: ProjectId,
  { kind, id }: Subject,
): Promise<boolean> {
  if (kind === 'client-project') return projectId === id;
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from task t where t.workspace_id = ${scope.workspaceId}
        and t.project_id = ${projectId} and t.id = ${id} and ${kind} = 'task')
      or exists (select from quote q join project p on p.workspace_id = q.workspace_id and p.deal_id = q.deal_id
        where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId} and q.id = ${id}
          and ${kind} = 'quote') as found`.execute(scope.tx);
  return rows[0]?.found ?? false;
}

/** Whoever acts, where it is a member of the firm or a client; null for what happens by itself. */
async function ownMember(scope: Scope) {
  const found = await scope.tx
    .selectFrom('member')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', scope.actor.memberId)
    .executeTakeFirst();
  return found?.id ?? null;
}

function versionRows(scope: Scope) {
  return scope.tx
    .selectFrom('promise')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'promise.workspace_id')
        .onRef('project.id', '=', 'promise.project_id'),
    )
    .leftJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'project.workspace_id')
        .onRef('account.id', '=', 'project.account_id'),
    )
    .leftJoin('person as manager', (join) =>
      join
        .onRef('manager.workspace_id', '=', 'project.workspace_id')
        .onRef('manager.id', '=', 'project.project_manager_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'promise.workspace_id')
        .onRef('member.id', '=', 'promise.told_by'),
    )
    .select(['promise.id', 'promise.project_id', 'promise.subject_kind', 'promise.subject_id'])
    .select(['promise.what', 'promise.number', 'promise.day', 'promise.amount', 'promise.wording'])
    .select(['promise.done_on', 'promise.is_shown', 'promise.channel', 'promise.told_at'])
    .select(['promise.told_to', 'promise.source_kind', 'promise.source_id', 'promise.plan_id'])
    .select(['member.name as told_by_name', 'project.name as project_name', 'project.price'])
    .select(['project.state as project_state', 'project.account_id', 'project.project_manager_id'])
    .select(['account.name as account_name', 'manager.name as manager_name'])
    .where('promise.workspace_id', '=', scope.workspaceId)
    .where('project.deleted_at', 'is', null);
}

import type { CarriedSale, ScopeState } from '@evenkeel/core/deals/hand-off-sold';
import type { CustomerGoalId, Id, ProjectContactId, ProjectId } from '@evenkeel/core/id';
import { usualPlace } from '@evenkeel/core/stakeholders/stakeholder-grid';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type ScopeLineId = Id<'scope-line'>;
export type Carried = Awaited<ReturnType<typeof readCarried>>;

/** Writes what comes over with a project beside its fields and its plan. */
export async function insertCarried(
  scope: Scope,
  projectId: ProjectId,
  sale: CarriedSale,
): Promise<void> {
  const own = { workspace_id: scope.workspaceId, project_id: projectId };
  for (const [position, line] of sale.scopeLines.entries()) {
    const { roleId, unitPrice, sourceId, ...fields } = line;
    await scope.tx
      .insertInto('scope_line')
      .values({
        ...own,
        id: newId<ScopeLineId>(),
        position,
        role_id: roleId,
        unit_price: unitPrice,
        source_id: sourceId,
        ...fields,
      })
      .execute();
  }
  for (const { contactId, part, note } of sale.contacts) {
    const id = newId<ProjectContactId>();
    await scope.tx
      .insertInto('project_contact')
      .values({ ...own, id, contact_id: contactId, part, note, ...usualPlace(part) })
      .execute();
  }
  for (const [position, promise] of sale.promises.entries()) {
    await scope.tx
      .insertInto('sold_promise')
      .values({
        ...own,
        id: newId<Id<'sold-promise'>>(),
        position,
        text: promise.text,
        due_on: promise.dueOn,
        amount: promise.amount,
        source: promise.source,
        source_id: promise.sourceId,
        source_field: promise.sourceField,
      })
      .execute();
  }
  await insertCustomerGoals(scope, projectId, sale.customerGoalIds);
}

/** A client project that is not in the trash, with its account. */
export function findClientProject(scope: Scope, id: ProjectId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'account_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('kind', '=', 'client')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Whose goals these are; what is in the trash is left out. */
export function accountsOfGoals(scope: Scope, ids: readonly CustomerGoalId[]) {
  return scope.tx
    .selectFrom('customer_goal')
    .select(['id', 'account_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .where('deleted_at', 'is', null)
    .forShare()
    .execute();
}

/** Puts these goals in the place of those that stood; one that stays keeps its row. */
export async function replaceCustomerGoals(
  scope: Scope,
  projectId: ProjectId,
  goalIds: readonly CustomerGoalId[],
): Promise<void> {
  const standing = await scope.tx
    .selectFrom('project_customer_goal')
    .select(['id', 'customer_goal_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .execute();
  const gone = standing.filter((link) => !goalIds.includes(link.customer_goal_id));
  for (const { id } of gone) {
    await scope.tx.deleteFrom('project_customer_goal').where('id', '=', id).execute();
  }
  const kept = new Set(standing.map((link) => link.customer_goal_id));
  const added = goalIds.filter((id) => !kept.has(id));
  await insertCustomerGoals(scope, projectId, added);
}

async function insertCustomerGoals(
  scope: Scope,
  projectId: ProjectId,
  goalIds: readonly CustomerGoalId[],
): Promise<void> {
  for (const goalId of goalIds) {
    await scope.tx
      .insertInto('project_customer_goal')
      .values({
        workspace_id: scope.workspaceId,
        project_id: projectId,
        id: newId<Id<'project-customer-goal'>>(),
        customer_goal_id: goalId,
      })
      .execute();
  }
}

/** What came over with a project. */
export async function readCarried(scope: Scope, projectId: ProjectId) {
  const own = { workspace_id: scope.workspaceId, project_id: projectId };
  const lines = await scope.tx
    .selectFrom('scope_line')
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'scope_line.workspace_id')
        .onRef('role.id', '=', 'scope_line.role_id'),
    )
    .selectAll('scope_line')
    .select('role.name as role_name')
    .where('scope_line.workspace_id', '=', own.workspace_id)
    .where('scope_line.project_id', '=', projectId)
    .orderBy('scope_line.position')
    .orderBy('scope_line.id')
    .limit(500)
    .execute();
  const contacts = await scope.tx
    .selectFrom('project_contact')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'project_contact.workspace_id')
        .onRef('contact.id', '=', 'project_contact.contact_id'),
    )
    .select([
      'project_contact.contact_id',
      'contact.name',
      'project_contact.part',
      'project_contact.note',
    ])
    .where('project_contact.workspace_id', '=', own.workspace_id)
    .where('project_contact.project_id', '=', projectId)
    .orderBy('contact.name')
    .limit(100)
    .execute();
  const promises = await scope.tx
    .selectFrom('sold_promise')
    .select(['text', 'due_on', 'amount', 'source'])
    .where('workspace_id', '=', own.workspace_id)
    .where('project_id', '=', projectId)
    .orderBy('position')
    .limit(100)
    .execute();
  const goals = await sql<{ id: CustomerGoalId; name: string }>`
    select g.id, g.name from project_customer_goal l join customer_goal g
      on g.workspace_id = l.workspace_id and g.id = l.customer_goal_id
    where l.workspace_id = ${own.workspace_id} and l.project_id = ${projectId}
    order by g.number limit 100`.execute(scope.tx);
  return { lines, contacts, promises, customerGoals: goals.rows };
}

/** What the project is worth and how much work it is by now, and what its origins say was sold. */
export async function readFigures(scope: Scope, projectId: ProjectId) {
  const { rows } = await sql<{
    price: string | null;
    sold_price: string | null;
    estimated: string;
    logged: string;
    sold_minutes: string;
  }>`
    select p.price,
      (select (o.value #>> '{}')::bigint from origin o where o.workspace_id = p.workspace_id
        and o.project_id = p.id and o.subject = 'project' and o.field = 'price' limit 1) as sold_price,
      (select coalesce(sum(t.estimate_minutes), 0) from task t where t.workspace_id = p.workspace_id
        and t.project_id = p.id and t.deleted_at is null) as estimated,
      (select coalesce(sum(e.minutes), 0) from time_entry e where e.workspace_id = p.workspace_id
        and e.project_id = p.id and e.deleted_at is null) as logged,
      (select coalesce(sum(d.minutes), 0) from deal_demand d where d.workspace_id = p.workspace_id
        and d.deal_id = p.deal_id) as sold_minutes
    from project p
    where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId} and p.kind = 'client'
  `.execute(scope.tx);
  return rows[0];
}

export async function findLine(scope: Scope, id: ScopeLineId) {
  return scope.tx
    .selectFrom('scope_line')
    .select(['id', 'project_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function setLineState(
  scope: Scope,
  { id, version }: { readonly id: ScopeLineId; readonly version: number },
  state: ScopeState,
): Promise<void> {
  const written = await scope.tx
    .updateTable('scope_line')
    .set({ state })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => Boolean(await findLine(scope, id)));
}

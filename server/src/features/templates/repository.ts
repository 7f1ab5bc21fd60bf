import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { templates } from '@evenkeel/contract/templates';
import type { TemplateId } from '@evenkeel/core/id';
import {
  completeOutline,
  type KeptOutline,
  type ProjectKind,
  type TemplateOutline,
} from '@evenkeel/core/projects/template';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

export type TemplateRecord = Awaited<ReturnType<typeof findTemplate>> & object;
export type NewTemplate = {
  readonly kind: ProjectKind;
  readonly name: string;
  readonly outline: TemplateOutline;
};

export async function listTemplates(scope: Scope, kind: ProjectKind | null) {
  let query = templateRows(scope).where('deleted_at', 'is', null);
  if (kind) query = query.where('kind', '=', kind);
  const rows = await query.orderBy('name').orderBy('id').limit(1_000).execute();
  return rows.map(withOutline);
}

/** One template, also from the trash. */
export async function findTemplate(scope: Scope, id: TemplateId) {
  const row = await templateRows(scope).where('id', '=', id).executeTakeFirst();
  return row && withOutline(row);
}

export async function insertTemplates(
  scope: Scope,
  drafts: readonly NewTemplate[],
): Promise<TemplateId[]> {
  const rows = drafts.map(({ kind, name, outline }) => ({
    workspace_id: scope.workspaceId,
    id: newId<TemplateId>(),
    kind,
    name,
    outline: JSON.stringify(outline),
  }));
  await scope.tx.insertInto('template').values(rows).execute();
  return rows.map((row) => row.id);
}

export async function updateTemplate(
  scope: Scope,
  id: TemplateId,
  version: number,
  change: BodyOf<typeof templates.update>,
): Promise<void> {
  await updateRecord(
    scope,
    'template',
    { id, version },
    {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.outline === undefined ? {} : { outline: JSON.stringify(change.outline) }),
    },
  );
}

/** Moves a template into the trash or out of it. Whether there was one to move. */
export async function setTemplateDeleted(
  scope: Scope,
  id: TemplateId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'template', id, isDeleted);
}

/** The roles that the tasks of templates name. */
export function listRoles(scope: Scope) {
  return scope.tx
    .selectFrom('role')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('name')
    .orderBy('id')
    .limit(1_000)
    .execute();
}

function templateRows(scope: Scope) {
  return scope.tx
    .selectFrom('template')
    .select(['id', 'version', 'kind', 'name', 'outline', 'created_at', 'deleted_at'])
    .where('workspace_id', '=', scope.workspaceId);
}

function withOutline<Row extends { outline: unknown }>(row: Row) {
  // Only outlines that the contract's schema has let through are ever written.
  return { ...row, outline: completeOutline(row.outline as KeptOutline) };
}

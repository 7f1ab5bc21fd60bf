import type { WorkspaceId } from '@evenkeel/core/id';
import { sql, type Transaction } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import type { Tables } from '../../schema/tables.ts';

export type FaceRecord = {
  readonly name: string;
  readonly accent: string | null;
  readonly logo_changed_at: Date | null;
};

export function findBranding(scope: Scope) {
  return scope.tx
    .selectFrom('workspace')
    .select(['version', 'name', 'portal_accent as accent', 'logo_changed_at'])
    .where('id', '=', scope.workspaceId)
    .executeTakeFirstOrThrow();
}

export async function setAccent(
  scope: Scope,
  version: number,
  accent: string | null,
): Promise<void> {
  const written = await scope.tx
    .updateTable('workspace')
    .set({ portal_accent: accent })
    .where('id', '=', scope.workspaceId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => true);
}

export async function putLogo(
  scope: Scope,
  logo: { readonly image_type: string; readonly content: Buffer },
): Promise<void> {
  await scope.tx
    .insertInto('workspace_logo')
    .values({ workspace_id: scope.workspaceId, ...logo })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(logo))
    .execute();
  await noteLogoChange(scope, scope.now);
}

export async function removeLogo(scope: Scope): Promise<void> {
  await scope.tx
    .deleteFrom('workspace_logo')
    .where('workspace_id', '=', scope.workspaceId)
    .execute();
  await noteLogoChange(scope, null);
}

async function noteLogoChange(scope: Scope, at: Date | null): Promise<void> {
  await scope.tx
    .updateTable('workspace')
    .set({ logo_changed_at: at })
    .where('id', '=', scope.workspaceId)
    .execute();
}

/** The face of any workspace whose id somebody knows. */
export async function findFace(
  tx: Transaction<Tables>,
  id: WorkspaceId,
): Promise<FaceRecord | undefined> {
  const { rows } = await sql<FaceRecord>`select * from identity.portal_face(${id})`.execute(tx);
  return rows[0];
}

export async function findLogo(
  tx: Transaction<Tables>,
  id: WorkspaceId,
): Promise<{ readonly image_type: string; readonly content: Buffer } | undefined> {
  const { rows } = await sql<{ image_type: string; content: Buffer }>`
    select * from identity.portal_logo(${id})`.execute(tx);
  return rows[0];
}

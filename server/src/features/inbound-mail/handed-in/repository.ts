import type { SubjectRef } from '@evenkeel/contract/subjects';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

/** Whether a client user sees a record, asked with their own rights. */
export async function sees(scope: PortalScope, { kind, id }: SubjectRef): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select client_sees(${kind}, ${id}::uuid) as sees`.execute(scope.tx);
  return rows[0]?.sees ?? false;
}

import type { ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type AmountsRecord = {
  readonly price: string | null;
  readonly budgeted_minutes: string | null;
  readonly used_minutes: string | null;
};

/** What the database gives out: only what the firm chose to show. */
export async function findAmounts(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<AmountsRecord | undefined> {
  const { rows } = await sql<AmountsRecord>`select * from portal_amounts(${projectId})`.execute(
    scope.tx,
  );
  return rows[0];
}

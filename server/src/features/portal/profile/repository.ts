import type { PortalLanguage } from '@evenkeel/core/words/language';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';

export type ProfileChange = {
  readonly name?: string | undefined;
  readonly language?: PortalLanguage | null | undefined;
  readonly timeZone?: string | null | undefined;
};

export type ProfileRecord = Awaited<ReturnType<typeof findProfile>>;

/** Of all members a client sees but this one. */
export function findProfile(scope: PortalScope) {
  return scope.tx
    .selectFrom('member')
    .select(['name', 'email', 'language', 'time_zone'])
    .executeTakeFirstOrThrow();
}

export async function updateProfile(scope: PortalScope, change: ProfileChange): Promise<void> {
  await asFirm(scope, async (firm) => {
    await firm.tx
      .updateTable('member')
      .set({ name: sql.ref('name'), ...columnsOf(change) })
      .where('id', '=', firm.actor.memberId)
      .execute();
  });
}

import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { MemberId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** Members who take part in the discussion of a record: they wrote in it or were mentioned there. */
export async function listTakingPart(scope: Scope, subject: SubjectRef): Promise<MemberId[]> {
  const { rows } = await sql<{ id: MemberId }>`
    select distinct member_id as id from (
      select member_id from comment
      where workspace_id = ${scope.workspaceId} and subject_kind = ${subject.kind}
        and subject_id = ${subject.id} and deleted_at is null
      union select unnest(mentions) from comment
      where workspace_id = ${scope.workspaceId} and subject_kind = ${subject.kind}
        and subject_id = ${subject.id} and deleted_at is null) part
    where member_id is not null
    order by 1 limit 1000`.execute(scope.tx);
  return rows.map(({ id }) => id);
}

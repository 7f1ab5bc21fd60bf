import type { AgreementSide } from '@evenkeel/core/agreements/agreement';
import type { ChangeState } from '@evenkeel/core/change-requests/change-request';
import type { ChangeRequestId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';
import type { ShownEffect } from '../../../schema/change-request-tables.ts';

export type PortalChangeRecord = {
  readonly id: ChangeRequestId;
  readonly version: number;
  readonly created_at: Date;
  readonly name: string;
  readonly wanted: string;
  readonly side: AgreementSide;
  readonly is_mine: boolean;
  readonly asked_name: string;
  readonly state: ChangeState;
  readonly shown: ShownEffect | null;
  readonly sent_at: Date | null;
  readonly decided_at: Date | null;
  readonly decided_name: string;
  readonly reason: string;
};

/** Changes that the reader sees: what their side asked for, and what was sent to them. */
export async function listChanges(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<PortalChangeRecord[]> {
  const { rows } = await sql<PortalChangeRecord>`
    select id, version, created_at, name, wanted, side, asked_by = current_member() as is_mine, asked_name, state,
      case when state in ('sent', 'accepted', 'declined') then shown end as shown,
      sent_at, decided_at, decided_name, reason
    from change_request where project_id = ${projectId}
    order by state <> 'sent', state <> 'requested', created_at desc, id limit 500`.execute(
    scope.tx,
  );
  return rows;
}

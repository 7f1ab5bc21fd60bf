import type { AgreementContent, AgreementSide } from '@evenkeel/core/agreements/agreement';
import type { ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type PortalAgreementRecord = {
  readonly id: WorkingAgreementId;
  readonly number: number;
  readonly state: 'proposed' | 'agreed';
  readonly content: AgreementContent;
  readonly proposed_at: Date | null;
};
export type PortalAcknowledgementRecord = {
  readonly side: AgreementSide;
  readonly is_mine: boolean;
  readonly name: string;
  readonly content_hash: string;
  readonly acknowledged_at: Date;
};

/** The agreement that is before the reader, and who has acknowledged it. */
export async function findAgreement(scope: PortalScope, projectId: ProjectId) {
  const { rows } = await sql<PortalAgreementRecord>`
    select id, number, state, content, proposed_at from working_agreement
    where project_id = ${projectId} order by number desc limit 1`.execute(scope.tx);
  const [agreement] = rows;
  if (!agreement) return undefined;
  const { rows: acknowledgements } = await sql<PortalAcknowledgementRecord>`
    select side, member_id = current_member() as is_mine, name, content_hash, acknowledged_at
    from acknowledgement where agreement_id = ${agreement.id}
    order by acknowledged_at, id limit 500`.execute(scope.tx);
  return { agreement, acknowledgements };
}

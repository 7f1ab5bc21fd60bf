import type { ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../scalars.ts';
import { acknowledgementView, agreementContent } from '../working-agreements.ts';

/** The working agreement as the client reads it. */
export const portalAgreement = z.object({
  id: id<WorkingAgreementId>(),
  number: z.int(),
  state: z.enum(['proposed', 'agreed']),
  content: agreementContent,
  proposedAt: instant.nullable(),
  acknowledgements: z.array(acknowledgementView),
  isAcknowledged: z.boolean().describe('Whether the reader has acknowledged it.'),
});
export type PortalAgreement = z.infer<typeof portalAgreement>;

const params = z.object({ projectId: id<ProjectId>() });

/** The working agreement in the portal: read and acknowledged (CL-02). */
export const portalAgreements = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/agreement',
    permission: 'client',
    summary: 'The working agreement that is proposed or holds; null while there is none.',
    params,
    output: z.object({ agreement: portalAgreement.nullable() }),
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/agreement/acknowledgement',
    permission: 'client',
    summary: 'Acknowledge the working agreement, with name and time.',
    params,
    body: z.object({ agreementId: id<WorkingAgreementId>() }),
    output: z.object({ agreement: portalAgreement.nullable() }),
  }),
};

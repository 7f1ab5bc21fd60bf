import type { Endpoint } from '@evenkeel/contract/endpoint';
import { inboundMail } from '@evenkeel/contract/inbound-mail';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { callApi } from '../../lib/api-client.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

/** Mail that waits to be looked through, the latest first. */
export function useWaitingMail() {
  return useApi(
    inboundMail.list,
    { query: { state: 'waiting', sort: '-receivedAt', limit: 500 } },
    { subjects: ['inbound_mail'] },
  );
}

/** Any of the calls that decide about a mail. */
export function useMailWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['inbound_mail', 'interaction', 'file'] });
}

/** The address of an account or a project that takes what is forwarded to it; null without one. */
export async function findMailAddress({ kind, id }: SubjectRef): Promise<string | null> {
  // The kind says of what noun the id is.
  const body =
    kind === 'account'
      ? { accountId: id as string as AccountId }
      : { projectId: id as string as ProjectId };
  return (await callApi(inboundMail.address, { body })).address;
}

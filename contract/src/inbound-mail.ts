import type { AccountId, Id, InboundMailId, ProjectId } from '@evenkeel/core/id';
import { mailStates } from '@evenkeel/core/mail/inbound';
import { z } from 'zod';
import { done, endpoint, listQuery, page } from './endpoint.ts';
import { id, instant, version } from './scalars.ts';
import { subjectLink } from './subjects.ts';

/** The most that one mail may hold, in bytes, with its attachments: 25 MiB. */
export const largestMail = 25 * 1024 * 1024;

const mailId = id<InboundMailId>();
const params = z.object({ id: mailId });

/** A mail that came in, and what became of it or why it waits. */
export const inboundMailView = z.object({
  id: mailId,
  version,
  subject: subjectLink.nullable().describe('The record that it was sent to; null when it is gone.'),
  from: z.object({ address: z.string(), name: z.string() }),
  name: z.string().describe('What the mail says it is about.'),
  body: z.string(),
  state: z.enum(mailStates),
  reason: z.string().describe('Why it waits or was dropped.'),
  sentAt: instant.nullable(),
  receivedAt: instant,
  files: z.array(z.object({ id: id<Id<string>>(), name: z.string(), byteSize: z.int() })),
});
export type InboundMailView = z.infer<typeof inboundMailView>;

export const inboundMail = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/inbound-mail',
    permission: 'write',
    summary: 'Mail that came in; with `state=waiting` what somebody has to look through.',
    query: listQuery(['receivedAt'], { state: z.enum(mailStates).optional() }),
    output: page(inboundMailView),
  }),
  accept: endpoint({
    method: 'POST',
    path: '/api/v1/inbound-mail/:id/accept',
    permission: 'write',
    summary: 'Take a waiting mail in: it is kept with its attachments on the record, for the team.',
    params,
    output: inboundMailView,
  }),
  discard: endpoint({
    method: 'POST',
    path: '/api/v1/inbound-mail/:id/discard',
    permission: 'write',
    summary: 'Discard a waiting mail.',
    params,
    output: inboundMailView,
  }),
  address: endpoint({
    method: 'POST',
    path: '/api/v1/inbound-mail/address',
    permission: 'write',
    summary: 'The address of an account or a project that takes what is forwarded or copied to it.',
    body: z.union([
      z.object({ accountId: id<AccountId>() }),
      z.object({ projectId: id<ProjectId>() }),
    ]),
    output: z.object({
      address: z.string().nullable().describe('Null while no mail domain is set.'),
    }),
  }),
  receive: endpoint({
    method: 'POST',
    path: '/api/v1/inbound-mail/messages',
    permission: 'public',
    summary:
      'For mail providers: hand in a whole mail (message/rfc822), with its HMAC-SHA256 under the shared secret as hexadecimal digits in the header `x-evenkeel-signature`.',
    bodyLimit: largestMail,
    query: z.object({
      to: z.string().max(320).optional().describe('The address of the envelope, where known.'),
    }),
    body: z.instanceof(Uint8Array, { error: 'must be the bytes of a mail' }),
    output: done,
  }),
};

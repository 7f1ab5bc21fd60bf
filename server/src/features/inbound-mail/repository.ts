import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { inboundMail } from '@evenkeel/contract/inbound-mail';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type {
  CommentId,
  Id,
  InboundMailId,
  InteractionId,
  MailAddressId,
  UploadId,
} from '@evenkeel/core/id';
import type { MailState } from '@evenkeel/core/mail/inbound';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { memberIdOf, type Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  receivedAt: { by: sql.ref('inbound_mail.created_at'), type: 'timestamptz' },
};

/** More than any mail carries; a bound, so that no list is without one. */
const mostFiles = 500;

export type MailRecord = Awaited<ReturnType<typeof findMail>> & object;

export function listMail(scope: Scope, request: QueryOf<typeof inboundMail.list>) {
  let query = mailRows(scope);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('inbound_mail.id', 'in', request.ids as InboundMailId[]);
  if (request.state) query = query.where('inbound_mail.state', '=', request.state);
  if (request.search) {
    const columns = ['inbound_mail.name', 'inbound_mail.from_address', 'inbound_mail.body'];
    query = query.where(containing(columns, request.search));
  }
  return readPage(query, request, sortKeys, sql<string>`inbound_mail.id`);
}

export function findMail(scope: Scope, id: InboundMailId) {
  return mailRows(scope).where('inbound_mail.id', '=', id).executeTakeFirst();
}

/** A waiting mail, held until the transaction ends, so that two people do not decide about it. */
export function lockWaiting(scope: Scope, id: InboundMailId) {
  return mailRows(scope)
    .where('inbound_mail.id', '=', id)
    .where('inbound_mail.state', '=', 'waiting')
    .forUpdate('inbound_mail')
    .executeTakeFirst();
}

/** The attachments that still wait with some mails. */
export async function listMailFiles(scope: Scope, ids: readonly InboundMailId[]) {
  if (ids.length === 0) return [];
  return scope.tx
    .selectFrom('inbound_mail_file as file')
    .innerJoin('file_content as content', (join) =>
      join
        .onRef('content.workspace_id', '=', 'file.workspace_id')
        .onRef('content.id', '=', 'file.content_id'),
    )
    .where('file.workspace_id', '=', scope.workspaceId)
    .where('file.mail_id', 'in', [...ids])
    .select(['file.id', 'file.mail_id', 'file.name', 'file.content_id', 'content.byte_size'])
    .orderBy('file.id')
    .limit(mostFiles)
    .execute();
}

/** A mail as it is first written down. */
export type MailDraft = {
  readonly addressId: MailAddressId;
  readonly messageId: string;
  readonly from: { readonly address: string; readonly name: string };
  readonly sentAt: Date | null;
  readonly name: string;
  readonly body: string;
  readonly state: MailState;
  readonly reason: string;
  readonly subject: SubjectRef;
};

/** Writes a mail down; undefined when it came to this address before. */
export async function insertMail(
  scope: Scope,
  draft: MailDraft,
): Promise<InboundMailId | undefined> {
  const written = await scope.tx
    .insertInto('inbound_mail')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<InboundMailId>(),
      address_id: draft.addressId,
      message_id: draft.messageId.slice(0, 1000),
      from_address: draft.from.address,
      from_name: draft.from.name,
      sent_at: draft.sentAt,
      name: draft.name,
      body: draft.body,
      state: draft.state,
      reason: draft.reason,
      subject_kind: draft.subject.kind,
      subject_id: draft.subject.id,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'address_id', 'message_id']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return written?.id;
}

export async function insertMailFile(
  scope: Scope,
  mailId: InboundMailId,
  file: { readonly name: string; readonly contentId: UploadId },
): Promise<void> {
  await scope.tx
    .insertInto('inbound_mail_file')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'inbound-mail-file'>>(),
      mail_id: mailId,
      name: file.name,
      content_id: file.contentId,
    })
    .execute();
}

/** Says what became of a mail; its waiting attachments are a record's by then, or gone. */
export async function settleMail(
  scope: Scope,
  id: InboundMailId,
  outcome: {
    readonly state: MailState;
    readonly commentId?: CommentId;
    readonly interactionId?: InteractionId;
    readonly isDecided?: boolean;
  },
): Promise<void> {
  await scope.tx
    .updateTable('inbound_mail')
    .set({
      state: outcome.state,
      ...(outcome.commentId ? { comment_id: outcome.commentId } : {}),
      ...(outcome.interactionId ? { interaction_id: outcome.interactionId } : {}),
      ...(outcome.isDecided ? { decided_by: memberIdOf(scope.actor), decided_at: scope.now } : {}),
    })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
  await scope.tx
    .deleteFrom('inbound_mail_file')
    .where('workspace_id', '=', scope.workspaceId)
    .where('mail_id', '=', id)
    .execute();
}

function mailRows(scope: Scope) {
  return scope.tx
    .selectFrom('inbound_mail')
    .innerJoin('mail_address as address', (join) =>
      join
        .onRef('address.workspace_id', '=', 'inbound_mail.workspace_id')
        .onRef('address.id', '=', 'inbound_mail.address_id'),
    )
    .where('inbound_mail.workspace_id', '=', scope.workspaceId)
    .select(['inbound_mail.id', 'inbound_mail.version', 'inbound_mail.from_address'])
    .select(['inbound_mail.from_name', 'inbound_mail.name', 'inbound_mail.body'])
    .select(['inbound_mail.state', 'inbound_mail.reason', 'inbound_mail.sent_at'])
    .select(['inbound_mail.created_at', 'inbound_mail.subject_kind', 'inbound_mail.subject_id'])
    .select('address.purpose');
}

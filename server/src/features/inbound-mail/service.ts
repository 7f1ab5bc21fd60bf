import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { inboundMail } from '@evenkeel/contract/inbound-mail';
import type { SubjectLink } from '@evenkeel/contract/subjects';
import type { InboundMailId } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { type MailSigning, recordAddress } from '../mail-addresses/service.ts';
import { requireSubject, resolveSubjects } from '../subjects/service.ts';
import { keepAsInteraction } from './landing/service.ts';
import * as repository from './repository.ts';

export { type Handed, type Reception, takeMail } from './handed-in/service.ts';
export { requireSigned } from './policy.ts';

/** A mail with its record and what is attached to it. */
export type NamedMail = {
  readonly mail: repository.MailRecord;
  readonly subject: SubjectLink | null;
  readonly files: Awaited<ReturnType<typeof repository.listMailFiles>>;
};

export async function listMail(scope: Scope, request: QueryOf<typeof inboundMail.list>) {
  const { rows, ...page } = await repository.listMail(scope, request);
  return { rows: await withNames(scope, rows), ...page };
}

/** Takes a waiting mail in: as an e-mail on its record, with its attachments, for the team alone. */
export async function acceptMail(scope: Scope, id: InboundMailId): Promise<NamedMail> {
  const mail = await lockWaiting(scope, id);
  const subject = await requireSubject(scope, {
    kind: mail.subject_kind,
    id: mail.subject_id,
  });
  const files = await repository.listMailFiles(scope, [id]);
  const interactionId = await keepAsInteraction(scope, subject, {
    name: mail.name,
    body: mail.body,
    from: mail.from_address,
    to: [],
    sentAt: mail.sent_at,
    files: files.map(({ name, content_id: contentId }) => ({ name, contentId })),
  });
  await repository.settleMail(scope, id, { state: 'landed', interactionId, isDecided: true });
  return getMail(scope, id);
}

export async function discardMail(scope: Scope, id: InboundMailId): Promise<NamedMail> {
  await lockWaiting(scope, id);
  await repository.settleMail(scope, id, { state: 'discarded', isDecided: true });
  return getMail(scope, id);
}

/** The address of an account or a project that takes what is forwarded to it; null without a domain. */
export async function readRecordAddress(
  scope: Scope,
  of: BodyOf<typeof inboundMail.address>,
  signing: MailSigning | null,
): Promise<string | null> {
  const asked = 'accountId' in of ? [{ kind: 'account', id: of.accountId } as const] : [];
  const projects =
    'projectId' in of
      ? (['client-project', 'initiative'] as const).map((kind) => ({ kind, id: of.projectId }))
      : [];
  const links = await resolveSubjects(scope, [...asked, ...projects]);
  const [subject] = [...links.values()];
  if (!subject) throw new AppError('not-found', 'There is no such account or project.');
  return signing && recordAddress(scope, { kind: subject.kind, id: subject.id }, signing);
}

async function lockWaiting(scope: Scope, id: InboundMailId): Promise<repository.MailRecord> {
  const waiting = await repository.lockWaiting(scope, id);
  if (waiting) return waiting;
  await getMail(scope, id);
  throw new AppError('wrong-state', 'Somebody has decided about this mail already.');
}

async function getMail(scope: Scope, id: InboundMailId): Promise<NamedMail> {
  const mail = await repository.findMail(scope, id);
  const [named] = mail ? await withNames(scope, [mail]) : [];
  if (!named) throw new AppError('not-found', 'There is no such mail.');
  return named;
}

async function withNames(
  scope: Scope,
  rows: readonly repository.MailRecord[],
): Promise<NamedMail[]> {
  const refs = rows.map((row) => ({ kind: row.subject_kind, id: row.subject_id }));
  const links = await resolveSubjects(scope, refs);
  const files = await repository.listMailFiles(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((mail) => ({
    mail,
    subject: links.get(subjectKey({ kind: mail.subject_kind, id: mail.subject_id })) ?? null,
    files: files.filter((file) => file.mail_id === mail.id),
  }));
}

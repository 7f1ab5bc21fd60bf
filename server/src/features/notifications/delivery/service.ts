import type { NotificationId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import { getBranding } from '../../branding/service.ts';
import { type MailSigning, replyAddress } from '../../mail-addresses/service.ts';
import { usualDigestHour } from '../policy.ts';
import { digestOf, letterOf, type Thread } from './policy.ts';
import * as repository from './repository.ts';

/** Where letters go through, where their links lead, and how answers to them come back. */
export type Post = {
  readonly mailer: Mailer;
  readonly publicUrl: string;
  /** Null: no answer can be taken. */
  readonly signing: MailSigning | null;
};

/** Mails notifications that cannot wait, each once; letter and mark are one transaction. */
export async function deliverNow(
  scope: Scope,
  ids: readonly NotificationId[],
  { mailer, publicUrl, signing }: Post,
): Promise<void> {
  const waiting = await repository.takeNow(scope, ids);
  const { accent } = await getBranding(scope);
  for (const told of waiting) {
    const answer = signing ? await threadOf(scope, told, signing) : null;
    await mailer.post(scope.tx, letterOf(told, { publicUrl, accent }, answer));
  }
  await repository.setMailed(
    scope,
    waiting.map(({ id }) => id),
  );
}

/** Mails one digest to each member whose hour has come and who has had none today. */
export async function deliverDigests(scope: Scope, { mailer, publicUrl }: Post): Promise<number> {
  let sent = 0;
  const { accent } = await getBranding(scope);
  for (const { memberId, today } of await repository.listDue(scope, usualDigestHour)) {
    if (!(await repository.claimDigest(scope, memberId, today))) continue;
    const waiting = await repository.takeDigest(scope, memberId);
    const [first] = waiting;
    if (!first) continue;
    await mailer.post(scope.tx, digestOf(first, waiting, { publicUrl, accent }));
    await repository.setMailed(
      scope,
      waiting.map(({ id }) => id),
    );
    sent += 1;
  }
  return sent;
}

/** How a notification about a discussion is answered by mail; null for one about anything else. */
async function threadOf(
  scope: Scope,
  told: repository.Mailable,
  signing: MailSigning,
): Promise<Thread | null> {
  const { thread, subject_kind: kind, subject_id: id, member_id: memberId } = told;
  if (thread === null || kind === null || id === null) return null;
  const replyTo = await replyAddress(scope, { memberId, subject: { kind, id }, thread }, signing);
  return { replyTo, thread: `<${thread}.${id}@${signing.domain}>` };
}

import type { NotificationId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import { usualDigestHour } from '../policy.ts';
import { digestOf, letterOf } from './policy.ts';
import * as repository from './repository.ts';

/** Where letters go through, and where their links lead. */
export type Post = { readonly mailer: Mailer; readonly publicUrl: string };

/** Mails notifications that cannot wait, each once; letter and mark are one transaction. */
export async function deliverNow(
  scope: Scope,
  ids: readonly NotificationId[],
  { mailer, publicUrl }: Post,
): Promise<void> {
  const waiting = await repository.takeNow(scope, ids);
  for (const told of waiting) await mailer.post(scope.tx, letterOf(told, publicUrl));
  await repository.setMailed(
    scope,
    waiting.map(({ id }) => id),
  );
}

/** Mails one digest to each member whose hour has come and who has had none today. */
export async function deliverDigests(scope: Scope, { mailer, publicUrl }: Post): Promise<number> {
  let sent = 0;
  for (const { memberId, today } of await repository.listDue(scope, usualDigestHour)) {
    if (!(await repository.claimDigest(scope, memberId, today))) continue;
    const waiting = await repository.takeDigest(scope, memberId);
    const [first] = waiting;
    if (!first) continue;
    await mailer.post(scope.tx, digestOf(first, waiting, publicUrl));
    await repository.setMailed(
      scope,
      waiting.map(({ id }) => id),
    );
    sent += 1;
  }
  return sent;
}

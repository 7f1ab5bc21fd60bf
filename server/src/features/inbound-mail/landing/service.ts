import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { AccountId, InteractionId, UploadId } from '@evenkeel/core/id';
import { plainSubject } from '@evenkeel/core/mail/reply-text';
import { dayIn } from '../../../platform/clock.ts';
import type { Actor, Scope } from '../../../platform/db/scope.ts';
import { keepFile } from '../../files/service.ts';
import { createInteraction } from '../../interactions/service.ts';
import * as repository from './repository.ts';

/** A mail to be kept on a record. */
export type KeptMail = {
  readonly name: string;
  readonly body: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly sentAt: Date | null;
  readonly files: readonly { readonly name: string; readonly contentId: UploadId }[];
};

/** The longest note of an interaction, in characters. */
const longestNote = 20_000;

/**
 * Keeps a mail as an e-mail on an account or project (CL-11), with the contacts it names and its
 * attachments as files of the record. What a member sent went out; anything else came in.
 */
export async function keepAsInteraction(
  scope: Scope,
  subject: SubjectRef,
  mail: KeptMail,
): Promise<InteractionId> {
  const accountId = await repository.findAccountOf(scope, subject);
  const contactIds = await repository.listContacts(scope, [mail.from, ...mail.to], null);
  const isSent =
    (await repository.findMember(scope, mail.from)) !== undefined && mail.to.length > 0;
  const names = mail.files.map(({ name }) => name).join(', ');
  const notes = names === '' ? mail.body : `${mail.body}\n\nAttached: ${names}`;
  const { id } = await createInteraction(scope, {
    kind: 'email',
    name: (plainSubject(mail.name) || 'E-mail').slice(0, 300),
    on: mail.sentAt ? dayIn(scope.actor.timeZone, mail.sentAt) : scope.today,
    direction: isSent ? 'out' : 'in',
    notes: notes.slice(0, longestNote),
    accountId,
    projectId: await repository.findProjectOf(scope, subject),
    contactIds: contactIds.slice(0, 50),
  });
  for (const file of mail.files) await keepFile(scope, { subject, ...file });
  return id;
}

/** Whoever may send mail to a record: a member, who acts from then on, or a contact of its account. */
export async function findSender(
  scope: Scope,
  subject: SubjectRef,
  address: string,
): Promise<Scope | undefined> {
  const member = await repository.findMember(scope, address);
  if (member) return asMember(scope, member);
  const accountId = await repository.findAccountOf(scope, subject);
  const contacts = await contactsOf(scope, address, accountId);
  return contacts.length > 0 ? scope : undefined;
}

/** The same transaction, in which a member acts from here on. */
async function asMember(scope: Scope, member: Actor): Promise<Scope> {
  await repository.actAs(scope, member.memberId);
  return { ...scope, actor: member };
}

async function contactsOf(scope: Scope, address: string, accountId: AccountId | null) {
  return accountId === null ? [] : repository.listContacts(scope, [address], accountId);
}

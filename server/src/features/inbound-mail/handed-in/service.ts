import type { CommentId, UploadId } from '@evenkeel/core/id';
import {
  type DropReason,
  dropReason,
  isForged,
  type WaitingReason,
} from '@evenkeel/core/mail/inbound';
import { replyText } from '@evenkeel/core/mail/reply-text';
import { AppError } from '../../../platform/app-error.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  type Actor,
  asFirm,
  type Scope,
  withPortalScope,
  withScope,
  withSystemScope,
} from '../../../platform/db/scope.ts';
import { hasPermission } from '../../../platform/http/permission.ts';
import { type ReceivedMail, readMail } from '../../../platform/mail/read-mail.ts';
import { createComment } from '../../comments/service.ts';
import { keepFile, storeContent, takenTypes } from '../../files/service.ts';
import { findAddress, type KnownAddress, type MailSigning } from '../../mail-addresses/service.ts';
import { notify } from '../../notifications/service.ts';
import { responsiblePeople } from '../../subjects/service.ts';
import { findSender, keepAsInteraction } from '../landing/service.ts';
import * as repository from '../repository.ts';
import { sees } from './repository.ts';

/** What a mail is taken with. */
export type Reception = { readonly database: Database; readonly signing: MailSigning };

/** A mail with what the envelope said. */
export type Handed = {
  readonly raw: Buffer;
  /** Null where it is not known: the mail came over HTTP. */
  readonly returnPath: string | null;
  readonly to: readonly string[];
};

/** The longest text that is kept of one mail, in characters. */
const longestText = 100_000;
const longestComment = 10_000;

/**
 * Takes a mail in for each of our addresses that it was sent to. A mail that comes twice is taken once
 * (by its Message-ID); one that no person wrote is dropped; one that is not from whom the address was
 * made for waits until somebody has looked at it. Throws only when the database fails.
 */
export async function takeMail(reception: Reception, handed: Handed): Promise<void> {
  const mail = await readMail(handed.raw);
  const { database, signing } = reception;
  for (const to of new Set([...handed.to, ...mail.to].map((one) => one.toLowerCase()))) {
    const address = await findAddress(database, to, signing);
    if (address) await takeFor(reception, address, { mail, returnPath: handed.returnPath });
  }
}

type Taken = { readonly mail: ReceivedMail; readonly returnPath: string | null };

/** A mail with what may be kept of its attachments, and the names of those of a type that is not taken. */
type Screened = ReceivedMail & { readonly notTaken: readonly string[] };

async function takeFor(
  reception: Reception,
  address: KnownAddress,
  { mail: received, returnPath }: Taken,
): Promise<void> {
  const { domain } = reception.signing;
  const drop = dropReason(received.head, { returnPath, domain }) ?? emptiness(address, received);
  if (drop) return writeDropped(reception, address, { mail: received, drop });
  const mail = await screen(reception, address, received);
  const reason = isForged(mail.head) ? 'forged' : await landed(reception, address, mail);
  if (reason !== null) await writeWaiting(reception, address, { mail, reason });
}

/** Leaves out what the workspace does not take by its type (CL-19): the mail goes on, and says so. */
function screen(
  { database }: Reception,
  address: KnownAddress,
  mail: ReceivedMail,
): Promise<Screened> {
  return asSystem(database, address, async (scope) => {
    const names = mail.attachments.map(({ name }) => name);
    const taken = await takenTypes(scope, names);
    const attachments = mail.attachments.filter(({ name }) => taken.has(name));
    const notTaken = names.filter((name) => !taken.has(name));
    return { ...mail, attachments, notTaken };
  });
}

/** Lands a mail where it belongs; null when it did, or had before, else why it has to wait. */
async function landed(
  reception: Reception,
  address: KnownAddress,
  mail: Screened,
): Promise<WaitingReason | null> {
  try {
    return address.purpose === 'reply'
      ? await landReply(reception, address, mail)
      : await landOnRecord(reception, address, mail);
  } catch (error) {
    // What it was about may be gone, or closed to whom the address was made for.
    if (error instanceof AppError) return error.code === 'not-allowed' ? 'not-allowed' : 'gone';
    throw error;
  }
}

/** An answer becomes a comment of whom the address was made for, in the audience of its thread. */
async function landReply(
  reception: Reception,
  address: KnownAddress,
  mail: Screened,
): Promise<WaitingReason | null> {
  const { actor } = address;
  if (!actor || !isFrom(mail, actor) || !address.isActive) return 'other-sender';
  if (actor.role === 'client') return landClientReply(reception, { address, actor, mail });
  if (!hasPermission(actor, 'write')) return 'not-allowed';
  await withScope(
    reception.database,
    actor,
    async (scope) => {
      const id = await repository.insertMail(scope, draftOf(address, mail, 'landed'));
      if (!id) return;
      const { comment } = await createComment(scope, {
        subject: address.subject,
        body: commentOf(mail),
        isClientVisible: address.thread === 'client',
      });
      await repository.settleMail(scope, id, { state: 'landed', commentId: comment.id });
      await attach(scope, address, { mail, commentId: comment.id });
    },
    { source: 'mail' },
  );
  return null;
}

/** A client's answer is what they could have written in the portal, where they still may. */
async function landClientReply(
  { database }: Reception,
  answer: {
    readonly address: KnownAddress;
    readonly actor: Actor;
    readonly mail: Screened;
  },
): Promise<WaitingReason | null> {
  const { address, actor, mail } = answer;
  await withPortalScope(database, actor, async (scope) => {
    if (!(await sees(scope, address.subject))) {
      throw new AppError('not-found', 'The client does not see this any more.');
    }
    await asFirm(scope, async (firm) => {
      const id = await repository.insertMail(firm, draftOf(address, mail, 'landed'));
      if (!id) return;
      const { comment } = await createComment(firm, {
        subject: address.subject,
        body: commentOf(mail),
        isClientVisible: true,
      });
      await repository.settleMail(firm, id, { state: 'landed', commentId: comment.id });
      await attach(firm, address, { mail, commentId: comment.id });
    });
  });
  return null;
}

/** What is forwarded or copied to a record is kept on it as an e-mail. */
async function landOnRecord(
  { database }: Reception,
  address: KnownAddress,
  mail: Screened,
): Promise<WaitingReason | null> {
  return asSystem(database, address, async (system) => {
    const scope = await findSender(system, address.subject, mail.from.address);
    if (!scope) return 'other-sender' as const;
    const id = await repository.insertMail(scope, draftOf(address, mail, 'landed'));
    if (!id) return null;
    const interactionId = await keepAsInteraction(scope, address.subject, {
      name: mail.subject,
      body: withNotTaken(mail.text.slice(0, longestText), mail),
      from: mail.from.address,
      to: mail.to,
      sentAt: mail.sentAt,
      files: await stored(scope, mail),
    });
    await repository.settleMail(scope, id, { state: 'landed', interactionId });
    // What members forward they have read.
    if (scope === system) await tellOfLanded(scope, address, { id, mail });
    return null;
  });
}

/** Those who answer for a record hear that a contact wrote to it: a letter may have asked for it. */
async function tellOfLanded(
  scope: Scope,
  { subject }: KnownAddress,
  { id, mail }: { readonly id: string; readonly mail: ReceivedMail },
): Promise<void> {
  await notify(scope, {
    topic: 'mail',
    key: `mail:${id}`,
    title: `${mail.from.name || mail.from.address} wrote: ${mail.subject || 'No subject'}`,
    body: replyText(mail.text),
    subject,
    to: { people: await responsiblePeople(scope, subject) },
  });
}

async function writeDropped(
  { database }: Reception,
  address: KnownAddress,
  { mail, drop }: { readonly mail: ReceivedMail; readonly drop: DropReason },
): Promise<void> {
  await asSystem(database, address, (scope) =>
    repository.insertMail(scope, {
      ...draftOf(address, mail, 'dropped'),
      // Nobody reads it again: only that it came is kept.
      body: '',
      reason: drop,
    }),
  );
}

/** Keeps a mail until somebody has looked at it, and tells those who answer for the record. */
async function writeWaiting(
  { database }: Reception,
  address: KnownAddress,
  { mail, reason }: { readonly mail: Screened; readonly reason: WaitingReason },
): Promise<void> {
  await asSystem(database, address, async (scope) => {
    const id = await repository.insertMail(scope, {
      ...draftOf(address, mail, 'waiting'),
      body: withNotTaken(mail.text.slice(0, longestText), mail),
      reason,
    });
    if (!id) return;
    for (const { name, contentId } of await stored(scope, mail)) {
      await repository.insertMailFile(scope, id, { name, contentId });
    }
    await notify(scope, {
      topic: 'mail',
      key: `mail:${id}`,
      title: `A mail of ${mail.from.address} waits to be looked through`,
      body: mail.subject,
      path: '/inbox/mail',
      to: { people: await responsiblePeople(scope, address.subject) },
    });
  });
}

function asSystem<T>(
  database: Database,
  { workspace }: KnownAddress,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  return withSystemScope(database, workspace, work, { source: 'mail', now: new Date() });
}

async function attach(
  scope: Scope,
  { subject, thread }: KnownAddress,
  { mail, commentId }: { readonly mail: ReceivedMail; readonly commentId: CommentId },
): Promise<void> {
  for (const file of await stored(scope, mail)) {
    await keepFile(scope, {
      subject,
      ...file,
      comment: { id: commentId, isClientVisible: thread === 'client' },
    });
  }
}

async function stored(
  scope: Scope,
  { attachments }: ReceivedMail,
): Promise<{ readonly name: string; readonly contentId: UploadId }[]> {
  const kept = [];
  for (const { name, content } of attachments) {
    kept.push({ name, contentId: await storeContent(scope, content) });
  }
  return kept;
}

/** An answer in which nothing was written and to which nothing is attached says nothing. */
function emptiness(address: KnownAddress, mail: ReceivedMail): DropReason | null {
  if (mail.attachments.length > 0) return null;
  const text = address.purpose === 'reply' ? replyText(mail.text) : mail.text + mail.subject;
  return text.trim() === '' ? 'empty' : null;
}

/** What was written, or what was sent along where nothing was. */
function commentOf(mail: Screened): string {
  const text = withNotTaken(replyText(mail.text).slice(0, longestComment - longestNotTaken), mail);
  return text === '' ? mail.attachments.map(({ name }) => name).join(', ') : text;
}

const longestNotTaken = 1_000;

/** A text, and below it what came with the mail and was not kept. */
function withNotTaken(text: string, { notTaken }: Screened): string {
  if (notTaken.length === 0) return text;
  const line = `Not kept, for the type of file: ${notTaken.join(', ')}`.slice(
    0,
    longestNotTaken - 2,
  );
  return text === '' ? line : `${text}\n\n${line}`;
}

function isFrom(mail: ReceivedMail, { email }: Actor): boolean {
  return mail.from.address.toLowerCase() === email.toLowerCase();
}

function draftOf(
  address: KnownAddress,
  mail: ReceivedMail,
  state: repository.MailDraft['state'],
): repository.MailDraft {
  return {
    addressId: address.id,
    messageId: mail.messageId,
    from: mail.from,
    sentAt: mail.sentAt,
    name: mail.subject.slice(0, 300) || 'No subject',
    body: mail.text.slice(0, longestText),
    state,
    reason: '',
    subject: address.subject,
  };
}

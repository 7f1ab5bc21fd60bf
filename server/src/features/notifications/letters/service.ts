import type { Id, ProjectId } from '@evenkeel/core/id';
import type { ClientTopic } from '@evenkeel/core/notifications/topic';
import { letterVoice } from '@evenkeel/core/portal/letter-voice';
import { clientMailWords } from '@evenkeel/core/words/client-mail';
import { type PortalLanguage, portalLanguage } from '@evenkeel/core/words/language';
import { say } from '@evenkeel/core/words/words';
import { enqueue } from '../../../platform/db/enqueue.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import type { Letter } from '../../../platform/mail/letter.ts';
import { getBranding } from '../../branding/service.ts';
import { recordAddress } from '../../mail-addresses/service.ts';
import type { LetterAddressee } from '../clients/repository.ts';
import type { Post } from '../delivery/service.ts';
import { excerpt } from '../policy.ts';
import * as repository from './repository.ts';

/** The queued job that mails letters to contacts. */
export const letterDeliveryName = 'deliver_contact_letters';

/** What a letter to contacts without a login says. */
export type ContactNotice = {
  readonly projectId: ProjectId;
  readonly topic: ClientTopic;
  readonly key: string;
  readonly text: (language: PortalLanguage) => { readonly title: string; readonly body?: string };
};

/** Writes to contacts who have no login, each once of one `key`. Returns how many letters are new. */
export async function writeLetters(
  scope: Scope,
  { projectId, topic, key, text }: ContactNotice,
  to: readonly LetterAddressee[],
): Promise<number> {
  const ids = await repository.insertLetters(
    scope,
    to.map(({ id, email, language: tag }) => {
      const language = portalLanguage(tag);
      const { title, body = '' } = text(language);
      return {
        contact_id: id,
        project_id: projectId,
        topic,
        key,
        email,
        language,
        title: excerpt(title, 500),
        body: excerpt(body),
      };
    }),
  );
  if (ids.length === 0) return 0;
  const { workspaceId: id, actor } = scope;
  const workspace = { id, timeZone: actor.timeZone, currency: actor.currency };
  const payload = { workspace, ids };
  await enqueue(scope.tx, { name: letterDeliveryName, payload, maxAttempts: 10 });
  return ids.length;
}

/** Mails letters that are still to go, each once; letter and mark are one transaction. */
export async function deliverLetters(
  scope: Scope,
  ids: readonly Id<'contact-letter'>[],
  { mailer, signing }: Post,
): Promise<void> {
  const waiting = await repository.takeLetters(scope, ids);
  const { name: firm, accent } = await getBranding(scope);
  for (const letter of waiting) {
    const subject = { kind: 'client-project', id: letter.project_id } as const;
    const replyTo = signing ? await recordAddress(scope, subject, signing) : null;
    await mailer.post(scope.tx, asMail(letter, { firm, accent, replyTo }));
  }
  await repository.setMailed(
    scope,
    waiting.map(({ id }) => id),
  );
}

/** There is nothing to open without a login: the words say all, and an answer comes to the project. */
function asMail(
  letter: repository.WaitingLetter,
  from: {
    readonly firm: string;
    readonly accent: string | null;
    readonly replyTo: string | null;
  },
): Letter {
  const { firm, accent, replyTo } = from;
  const words = say(clientMailWords, letter.language);
  const paragraphs = letter.body.split(/\n{2,}/).filter((one) => one.trim() !== '');
  return {
    to: letter.email,
    subject: letter.title,
    paragraphs: [
      ...(paragraphs.length > 0 ? paragraphs : [letter.title]),
      ...(replyTo ? [words('letterAnswer', { firm })] : []),
    ],
    footer: words('letterWhy', { firm, project: letter.project_name }),
    ...(replyTo ? { replyTo } : {}),
    ...letterVoice(letter.language, { name: firm, accent }),
  };
}

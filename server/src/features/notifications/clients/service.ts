import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { ContactId, MemberId, ProjectId } from '@evenkeel/core/id';
import type { ClientTopic } from '@evenkeel/core/notifications/topic';
import { type PortalLanguage, portalLanguage } from '@evenkeel/core/words/language';
import { memberIdOf, type Scope } from '../../../platform/db/scope.ts';
import { writeLetters } from '../letters/service.ts';
import { deliver, insertNotifications } from '../lines/service.ts';
import { choiceFor, excerpt } from '../policy.ts';
import * as repository from './repository.ts';

export { findProjectOf } from './repository.ts';

/** What client users are told, each in their own language. */
export type ClientNotice = {
  readonly projectId: ProjectId;
  readonly topic: ClientTopic;
  /** What it is about: nobody is told of one key twice. */
  readonly key: string;
  /**
   * What is said in a language: from a catalogue of words, and nothing that a client must not know.
   * The title is one line without a full stop.
   */
  readonly text: (language: PortalLanguage) => { readonly title: string; readonly body?: string };
  /** Behind `/portal/projects/:id`, such as `/messages`; the project itself without it. */
  readonly path?: string;
  /** Where the mail leads instead, without signing in; a secret that only the mail bears. */
  readonly mailPath?: string;
  /** The record of whose discussion an answer by mail becomes part; without it nothing can be answered. */
  readonly answersTo?: SubjectRef;
  /** Only these of the client users who may open the project. */
  readonly only?: readonly MemberId[];
  /**
   * The contacts whom it concerns: their logins are told and nobody else; a contact without a login gets
   * a letter. Where one of them can be reached neither way, everybody who may open the project is told.
   */
  readonly contacts?: readonly ContactId[];
};

/**
 * Tells the client users who may open a project now: in the portal and by mail, as each of them chose,
 * in their language, with a link into the portal. Nobody hears of their own acts, nor twice of one
 * `key`; while the portal is closed nobody hears anything. Returns how many were told.
 */
export async function writeToClients(scope: Scope, notice: ClientNotice): Promise<number> {
  const { projectId, topic, answersTo = null, only } = notice;
  const { clients, letters } = await concerned(scope, notice);
  const told = await insertNotifications(
    scope,
    clients
      .filter(({ id }) => id !== scope.actor.memberId && (!only || only.includes(id)))
      .map(({ id, choices, language: tag }) => {
        const language = portalLanguage(tag);
        const { title, body = '' } = notice.text(language);
        const { inApp, mail } = choiceFor(topic, choices ?? []);
        return {
          memberId: id,
          topic,
          key: notice.key,
          subject: answersTo,
          thread: answersTo ? ('client' as const) : null,
          title: excerpt(title, 500),
          body: excerpt(body),
          path: `/portal/projects/${projectId}${notice.path ?? ''}`,
          mailPath: notice.mailPath ?? null,
          language,
          actorId: memberIdOf(scope.actor),
          isShown: inApp,
          mail,
        };
      }),
  );
  await deliver(scope, told);
  return told.length + (await writeLetters(scope, notice, letters));
}

/** Whom a notice reaches: by login, and by a letter. */
async function concerned(
  scope: Scope,
  { projectId, contacts }: ClientNotice,
): Promise<{
  readonly clients: readonly repository.ClientAddressee[];
  readonly letters: readonly repository.LetterAddressee[];
}> {
  const clients = await repository.listClients(scope, projectId, contacts ?? []);
  if (!contacts) return { clients, letters: [] };
  const byLogin = new Set(clients.flatMap((client) => client.contact_ids));
  const others = contacts.filter((id) => !byLogin.has(id));
  const letters = await repository.listWritable(scope, projectId, others);
  const isEveryoneReached = letters.length === new Set(others).size;
  return {
    clients: isEveryoneReached ? clients.filter((one) => one.contact_ids.length > 0) : clients,
    letters,
  };
}

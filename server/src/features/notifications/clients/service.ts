import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { MemberId, ProjectId } from '@evenkeel/core/id';
import type { ClientTopic } from '@evenkeel/core/notifications/topic';
import { type PortalLanguage, portalLanguage } from '@evenkeel/core/words/language';
import { memberIdOf, type Scope } from '../../../platform/db/scope.ts';
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
  /** The record of whose discussion an answer by mail becomes part; without it nothing can be answered. */
  readonly answersTo?: SubjectRef;
  /** Only these of the client users who may open the project. */
  readonly only?: readonly MemberId[];
};

/**
 * Tells the client users who may open a project now: in the portal and by mail, as each of them chose,
 * in their language, with a link into the portal. Nobody hears of their own acts, nor twice of one
 * `key`; while the portal is closed nobody hears anything. Returns how many were told.
 */
export async function writeToClients(scope: Scope, notice: ClientNotice): Promise<number> {
  const { projectId, topic, answersTo = null, only } = notice;
  const clients = await repository.listClients(scope, projectId);
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
          language,
          actorId: memberIdOf(scope.actor),
          isShown: inApp,
          mail,
        };
      }),
  );
  await deliver(scope, told);
  return told.length;
}

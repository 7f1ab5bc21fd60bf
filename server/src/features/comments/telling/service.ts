import type { SubjectLink } from '@evenkeel/contract/subjects';
import type { CommentId, MemberId } from '@evenkeel/core/id';
import { notificationWords } from '@evenkeel/core/words/notifications';
import { say } from '@evenkeel/core/words/words';
import type { Scope } from '../../../platform/db/scope.ts';
import { findProjectOf, writeToClients } from '../../notifications/clients/service.ts';
import { notify } from '../../notifications/service.ts';
import { responsiblePeople } from '../../subjects/service.ts';
import { listHearing } from '../follows/service.ts';

/** A comment as others hear of it. */
export type SaidComment = {
  readonly id: CommentId;
  readonly subject: SubjectLink;
  readonly body: string;
  readonly isClientVisible: boolean;
  readonly mentions: readonly MemberId[];
};

/**
 * Tells whom a comment concerns: those it mentions, those who answer for the record, and those who take
 * part in its discussion. Nobody hears of one comment twice, also when it is changed later.
 */
export async function tellOfComment(scope: Scope, comment: SaidComment): Promise<void> {
  const { subject, body, mentions } = comment;
  const { name, role } = scope.actor;
  const said = {
    key: `comment:${comment.id}`,
    body,
    subject,
    thread: comment.isClientVisible ? ('client' as const) : ('team' as const),
  };
  await notify(scope, {
    ...said,
    topic: 'mention',
    title: `${name} mentioned you on ${subject.name}`,
    to: { members: mentions },
  });
  const { hearing, muted } = await listHearing(scope, subject);
  await notify(scope, {
    ...said,
    topic: role === 'client' ? 'client' : 'comment',
    title: `${name} wrote on ${subject.name}`,
    to: {
      members: hearing,
      people: await responsiblePeople(scope, subject),
      except: [...muted],
    },
  });
  if (comment.isClientVisible) await tellClients(scope, comment);
}

/** The client users of the project hear of what is said to them; what is the team's never reaches them. */
async function tellClients(scope: Scope, comment: SaidComment): Promise<void> {
  const { subject, body } = comment;
  const project = await findProjectOf(scope, subject);
  if (!project) return;
  await writeToClients(scope, {
    projectId: project.id,
    topic: 'client-message',
    key: `comment:${comment.id}`,
    text: (language) => ({
      title: say(notificationWords, language)('wrote', {
        author: scope.actor.name,
        record: subject.name,
      }),
      body,
    }),
    path: subject.kind === 'status-report' ? `/reports/${subject.id}` : '/messages',
    answersTo: subject,
  });
}

import type { SubjectLink } from '@evenkeel/contract/subjects';
import type { CommentId, MemberId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';
import { notify } from '../../notifications/service.ts';
import { responsiblePeople } from '../../subjects/service.ts';
import * as repository from './repository.ts';

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
  await notify(scope, {
    ...said,
    topic: role === 'client' ? 'client' : 'comment',
    title: `${name} wrote on ${subject.name}`,
    to: {
      members: await repository.listTakingPart(scope, subject),
      people: await responsiblePeople(scope, subject),
    },
  });
}

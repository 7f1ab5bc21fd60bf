import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { MemberId } from '@evenkeel/core/id';
import { clientVisibleKinds } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Actor } from '../../platform/db/scope.ts';
import { hasPermission } from '../../platform/http/permission.ts';

type Written = { readonly member_id: MemberId | null };

/** Only who wrote it changes what it says. */
export function requireMayEdit(actor: Actor, comment: Written): void {
  if (comment.member_id === actor.memberId) return;
  throw new AppError('not-allowed', 'Only who wrote a comment can change it.');
}

/** Who wrote it, and those who administer, take a comment away and back. */
export function requireMayDelete(actor: Actor, comment: Written): void {
  if (comment.member_id === actor.memberId || hasPermission(actor, 'administer')) return;
  throw new AppError(
    'not-allowed',
    'Only who wrote a comment, or an administrator, can delete it.',
  );
}

/** What a client never sees cannot bear a comment for them (U07). */
export function requireMayShowClient(kind: SubjectRef['kind']): void {
  if (clientVisibleKinds.includes(kind)) return;
  throw invalid(['isClientVisible'], 'not-here', 'clients never see this kind of record');
}

/**
 * An answer stands on the record of what it answers, and is shown no further: what is the team's own
 * stays so, whatever is said about it.
 */
export function requireAnswers(
  parent:
    | {
        readonly subject_kind: string;
        readonly subject_id: string;
        readonly is_client_visible: boolean;
        readonly deleted_at: Date | null;
      }
    | undefined,
  answer: { readonly subject: SubjectRef; readonly isClientVisible?: boolean | undefined },
): void {
  const { kind, id } = answer.subject;
  if (!parent || parent.deleted_at || parent.subject_kind !== kind || parent.subject_id !== id) {
    throw invalid(['parentId'], 'unknown', 'names no comment of this record');
  }
  if (answer.isClientVisible && !parent.is_client_visible) {
    throw invalid(['isClientVisible'], 'not-here', 'what it answers is for the team only');
  }
}

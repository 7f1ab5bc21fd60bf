import type { Id } from '@evenkeel/core/id';
import type { Insertable } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type { ContactLetterTable } from '../../../schema/notification-tables.ts';

export type LetterDraft = Omit<
  Insertable<ContactLetterTable>,
  'workspace_id' | 'id' | 'created_at' | 'mailed_at'
>;

export type WaitingLetter = Awaited<ReturnType<typeof takeLetters>>[number];

/** Writes those that are new: who was written to of a key already is left alone. */
export async function insertLetters(
  scope: Scope,
  drafts: readonly LetterDraft[],
): Promise<Id<'contact-letter'>[]> {
  if (drafts.length === 0) return [];
  const rows = await scope.tx
    .insertInto('contact_letter')
    .values(
      drafts.map((draft) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'contact-letter'>>(),
        created_at: scope.now.toISOString(),
        ...draft,
      })),
    )
    .onConflict((conflict) => conflict.columns(['workspace_id', 'contact_id', 'key']).doNothing())
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of `ids` that are still to be mailed; held, so that no other server mails them too. */
export function takeLetters(scope: Scope, ids: readonly Id<'contact-letter'>[]) {
  return scope.tx
    .selectFrom('contact_letter as letter')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'letter.workspace_id')
        .onRef('project.id', '=', 'letter.project_id'),
    )
    .where('letter.workspace_id', '=', scope.workspaceId)
    .where('letter.id', 'in', [...ids])
    .where('letter.mailed_at', 'is', null)
    .select(['letter.id', 'letter.project_id', 'letter.email', 'letter.language'])
    .select(['letter.title', 'letter.body', 'project.name as project_name'])
    .orderBy('letter.id')
    .limit(500)
    .forUpdate('letter')
    .skipLocked()
    .execute();
}

export async function setMailed(scope: Scope, ids: readonly Id<'contact-letter'>[]): Promise<void> {
  if (ids.length === 0) return;
  await scope.tx
    .updateTable('contact_letter')
    .set({ mailed_at: scope.now })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', [...ids])
    .execute();
}

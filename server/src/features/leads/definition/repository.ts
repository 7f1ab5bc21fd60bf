import type { Id } from '@evenkeel/core/id';
import type { LeadCriterion, LeadDefinition } from '@evenkeel/core/leads/qualification';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** The definition somebody wrote; undefined while nobody has. */
export async function findDefinition(scope: Scope): Promise<LeadDefinition | undefined> {
  const row = await scope.tx
    .selectFrom('lead_definition')
    .select(['text', 'criteria'])
    .where('workspace_id', '=', scope.workspaceId)
    .executeTakeFirst();
  // Written by `saveDefinition` only, from what the contract has checked.
  return row && { text: row.text, criteria: row.criteria as LeadCriterion[] };
}

export async function saveDefinition(scope: Scope, definition: LeadDefinition): Promise<void> {
  const columns = { text: definition.text, criteria: JSON.stringify(definition.criteria) };
  await scope.tx
    .insertInto('lead_definition')
    .values({ workspace_id: scope.workspaceId, id: newId<Id<'lead-definition'>>(), ...columns })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
    .execute();
}

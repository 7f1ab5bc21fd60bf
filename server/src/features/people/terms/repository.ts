import type { PersonId, TermId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../../platform/db/columns.ts';
import { updateRecord } from '../../../platform/db/records.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { versioned } from '../../../platform/db/versioned.ts';
import { newId } from '../../../platform/ids.ts';

export type TermRecord = Awaited<ReturnType<typeof listTerms>>[number];

/** The facts of terms as both tables name them. */
export type TermColumns = Pick<
  TermRecord,
  'valid_from' | 'weekly_minutes' | 'week_minutes' | 'team_id' | 'role_id'
>;

/** A person's terms before and after the present ones. */
export function listTerms(scope: Scope, personId: PersonId) {
  return scope.tx
    .selectFrom('person_term as term')
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'term.workspace_id')
        .onRef('team.id', '=', 'term.team_id'),
    )
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'term.workspace_id')
        .onRef('role.id', '=', 'term.role_id'),
    )
    .select(['term.id', 'term.version', 'term.valid_from', 'term.weekly_minutes'])
    .select(['term.week_minutes', 'term.team_id', 'term.role_id'])
    .select(['team.name as team_name', 'role.name as role_name'])
    .where('term.workspace_id', '=', scope.workspaceId)
    .where('term.person_id', '=', personId)
    .orderBy(sql`term.valid_from desc nulls last`)
    .limit(1_000)
    .execute();
}

/** The present terms with the version of the person that bears them. */
export function findPresent(scope: Scope, personId: PersonId) {
  return scope.tx
    .selectFrom('person')
    .select(['version', 'joined_on', 'terms_since as valid_from'])
    .select(['weekly_minutes', 'week_minutes', 'team_id', 'role_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', personId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export async function insertTerm(
  scope: Scope,
  personId: PersonId,
  term: TermColumns,
): Promise<void> {
  const { valid_from, weekly_minutes, week_minutes, team_id, role_id } = term;
  await scope.tx
    .insertInto('person_term')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<TermId>(),
      person_id: personId,
      valid_from,
      weekly_minutes,
      week_minutes,
      team_id,
      role_id,
    })
    .execute();
}

export async function updateTerm(
  scope: Scope,
  key: { readonly personId: PersonId; readonly id: TermId; readonly version: number },
  change: Partial<TermColumns>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('person_term')
    .set((fields) => ({ weekly_minutes: fields.ref('weekly_minutes'), ...columnsOf(change) }))
    .where('workspace_id', '=', scope.workspaceId)
    .where('person_id', '=', key.personId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () =>
    (await listTerms(scope, key.personId)).some(({ id }) => id === key.id),
  );
}

/** Deletes terms. Whether there were such. */
export async function deleteTerm(scope: Scope, personId: PersonId, id: TermId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('person_term')
    .where('workspace_id', '=', scope.workspaceId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Writes the present terms, on the version of the person that the caller saw. */
export async function writePresent(
  scope: Scope,
  key: { readonly id: PersonId; readonly version: number },
  { valid_from, ...term }: Partial<TermColumns>,
): Promise<void> {
  const { weekly_minutes, week_minutes, team_id, role_id } = term;
  await updateRecord(scope, 'person', key, {
    ...(valid_from === undefined ? {} : { terms_since: valid_from }),
    ...(weekly_minutes === undefined ? {} : { weekly_minutes }),
    ...(week_minutes === undefined ? {} : { week_minutes }),
    ...(team_id === undefined ? {} : { team_id }),
    ...(role_id === undefined ? {} : { role_id }),
  });
}

/** People of whom terms to come have begun by today. */
export async function listDue(scope: Scope): Promise<PersonId[]> {
  const rows = await scope.tx
    .selectFrom('person_term as term')
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'term.workspace_id')
        .onRef('person.id', '=', 'term.person_id'),
    )
    .select('person.id')
    .distinct()
    .where('term.workspace_id', '=', scope.workspaceId)
    .where('person.deleted_at', 'is', null)
    .where('term.valid_from', '<=', scope.today)
    .where((where) =>
      where.or([
        where('person.terms_since', 'is', null),
        where(where.ref('term.valid_from'), '>', where.ref('person.terms_since')),
      ]),
    )
    .orderBy('person.id')
    .limit(100_000)
    .execute();
  return rows.map(({ id }) => id);
}

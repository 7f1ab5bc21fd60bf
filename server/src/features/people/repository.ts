import type { QueryOf } from '@evenkeel/contract/endpoint';
import type {
  people,
  personChange,
  personDraft,
  rateChange,
  rateDraft,
} from '@evenkeel/contract/people';
import { sumOf } from '@evenkeel/core/grouping';
import type { Id, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { z } from 'zod';
import { columnsOf } from '../../platform/db/columns.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { translateUnique } from '../../platform/db/unique.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  name: { by: sql.ref('person.name'), type: 'text' },
  team: { by: sql.ref('team.name'), type: 'text' },
  role: { by: sql.ref('role.name'), type: 'text' },
  kind: { by: sql.ref('person.kind'), type: 'text' },
  weeklyMinutes: { by: sql.ref('person.weekly_minutes'), type: 'int' },
  joinedOn: { by: sql.ref('person.joined_on'), type: 'date' },
  leftOn: { by: sql.ref('person.left_on'), type: 'date' },
};

const rateTwice = {
  person_rate_workspace_id_person_id_valid_from_key: {
    path: ['validFrom'],
    message: 'has a rate already: correct that one, or take another day',
  },
};

export type PersonRecord = Awaited<ReturnType<typeof findPerson>> & object;
export type ListedPerson = Awaited<ReturnType<typeof listPeople>>['rows'][number];
export type RateRecord = Awaited<ReturnType<typeof listRates>>[number];

export function listPeople(scope: Scope, request: QueryOf<typeof people.list>) {
  let query = personRows(scope).where('person.deleted_at', 'is', null);
  if (request.search) {
    const columns = ['person.name', 'person.email', 'team.name', 'role.name'];
    query = query.where(containing(columns, request.search));
  }
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('person.id', 'in', request.ids as PersonId[]);
  if (request.teamId) query = query.where('person.team_id', 'in', request.teamId);
  if (request.roleId) query = query.where('person.role_id', 'in', request.roleId);
  if (request.kind) query = query.where('person.kind', 'in', request.kind);
  if (request.presence === 'left') query = query.where('person.left_on', '<', scope.today);
  if (request.presence === 'present') {
    query = query.where((where) =>
      where.or([where('person.left_on', 'is', null), where('person.left_on', '>=', scope.today)]),
    );
  }
  return readPage(query, request, sortKeys, sql<string>`person.id`);
}

/** One person, also from the trash. */
export function findPerson(scope: Scope, id: PersonId) {
  return personRows(scope)
    .leftJoin('person as manager', (join) =>
      join
        .onRef('manager.workspace_id', '=', 'person.workspace_id')
        .onRef('manager.id', '=', 'person.manager_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'person.workspace_id')
        .onRef('member.person_id', '=', 'person.id'),
    )
    .select(['person.manager_id', 'manager.name as manager_name'])
    .select(['member.id as member_id', 'member.name as member_name'])
    .leftJoin('calendar', (join) =>
      join
        .onRef('calendar.workspace_id', '=', 'person.workspace_id')
        .onRef('calendar.id', '=', 'person.calendar_id'),
    )
    .select(['person.created_at', 'person.deleted_at', 'person.week_minutes'])
    .select(['person.terms_since', 'person.time_zone'])
    .select(['person.calendar_id', 'calendar.name as calendar_name'])
    .where('person.id', '=', id)
    .orderBy('member.created_at')
    .executeTakeFirst();
}

/** The own rates of some people, latest first. */
export function listRates(scope: Scope, personIds: readonly PersonId[]) {
  return scope.tx
    .selectFrom('person_rate')
    .select(['id', 'version', 'person_id', 'valid_from', 'cost_rate', 'bill_rate'])
    .where('person_id', 'in', personIds)
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .limit(100_000)
    .execute();
}

export async function insertPerson(
  scope: Scope,
  draft: z.infer<typeof personDraft>,
): Promise<PersonId> {
  const id = newId<PersonId>();
  const { name, ...rest } = draft;
  await scope.tx
    .insertInto('person')
    .values({
      workspace_id: scope.workspaceId,
      id,
      name,
      joined_on: scope.today,
      ...columnsOf(withWeek(rest)),
    })
    .execute();
  return id;
}

export async function updatePerson(
  scope: Scope,
  id: PersonId,
  version: number,
  change: z.infer<typeof personChange>,
): Promise<void> {
  await updateRecord(scope, 'person', { id, version }, columnsOf(withWeek(change)));
}

/** The days of a week say how long it is; a week of so many hours alone is spread evenly. */
function withWeek<Change extends z.infer<typeof personChange>>(change: Change): Change {
  const { weekMinutes, weeklyMinutes } = change;
  if (weekMinutes) return { ...change, weeklyMinutes: sumOf(weekMinutes, (minutes) => minutes) };
  return weeklyMinutes === undefined ? change : { ...change, weekMinutes: null };
}

/** Moves a person into the trash or out of it. Whether there was one to move. */
export async function setPersonDeleted(
  scope: Scope,
  id: PersonId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'person', id, isDeleted);
}

export async function insertRate(
  scope: Scope,
  personId: PersonId,
  rate: z.infer<typeof rateDraft>,
): Promise<void> {
  const { validFrom, costRate, billRate } = rate;
  const write = scope.tx
    .insertInto('person_rate')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'person-rate'>>(),
      person_id: personId,
      valid_from: validFrom,
      cost_rate: costRate,
      bill_rate: billRate,
    })
    .execute();
  await translateUnique(write, rateTwice);
}

export async function updateRate(
  scope: Scope,
  rate: { personId: PersonId; rateId: Id<'person-rate'>; version: number },
  change: z.infer<typeof rateChange>,
): Promise<void> {
  const write = scope.tx
    .updateTable('person_rate')
    .set(columnsOf(change))
    .where('id', '=', rate.rateId)
    .where('person_id', '=', rate.personId)
    .where('version', '=', rate.version)
    .returning('id')
    .executeTakeFirst();
  await versioned(await translateUnique(write, rateTwice), async () =>
    (await listRates(scope, [rate.personId])).some(({ id }) => id === rate.rateId),
  );
}

/** Deletes a rate. Whether there was one to delete. */
export async function deleteRate(
  scope: Scope,
  personId: PersonId,
  rateId: Id<'person-rate'>,
): Promise<boolean> {
  const written = await scope.tx
    .deleteFrom('person_rate')
    .where('id', '=', rateId)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

function personRows(scope: Scope) {
  return scope.tx
    .selectFrom('person')
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'person.workspace_id')
        .onRef('team.id', '=', 'person.team_id'),
    )
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'person.workspace_id')
        .onRef('role.id', '=', 'person.role_id'),
    )
    .where('person.workspace_id', '=', scope.workspaceId)
    .select([
      'person.id',
      'person.version',
      'person.name',
      'person.email',
      'person.kind',
      'person.team_id',
      'team.name as team_name',
      'person.role_id',
      'role.name as role_name',
      'person.weekly_minutes',
      'person.joined_on',
      'person.left_on',
    ]);
}

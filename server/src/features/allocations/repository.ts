import type { allocations } from '@evenkeel/contract/allocations';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  Allocation,
  AllocationEffort,
  StandingAllocation,
} from '@evenkeel/core/capacity/allocation';
import { groupedBy } from '@evenkeel/core/grouping';
import type { AllocationId, Id, PersonId, ProjectId, SkillId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

/** Above what a firm of hundreds plans in some years; a bound, so that no list is without one. */
const most = 200_000;

const sortKeys: Record<string, SortKey> = {
  startOn: { by: sql.ref('allocation.start_on'), type: 'date' },
  endOn: { by: sql.ref('allocation.end_on'), type: 'date' },
  person: { by: sql.ref('person.name'), type: 'text' },
  project: { by: sql.ref('project.name'), type: 'text' },
};

export type AllocationRecord = Awaited<ReturnType<typeof findAllocations>>[number];
export type ProjectRecord = Awaited<ReturnType<typeof findProjects>>[number];
export type ListedSkill = { readonly id: SkillId; readonly name: string };

/** Which allocations are meant; a part left out lets all through. */
export type AllocationFilter = {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly personIds?: readonly PersonId[] | undefined;
  readonly projectId?: ProjectId | undefined;
};

export function listAllocations(scope: Scope, request: QueryOf<typeof allocations.list>) {
  let query = allocationRows(scope)
    .where('allocation.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('allocation.id', 'in', request.ids as AllocationId[]);
  if (request.search) {
    const columns = ['person.name', 'role.name', 'project.name', 'allocation.note'];
    query = query.where(containing(columns, request.search));
  }
  if (request.from) query = query.where('allocation.end_on', '>=', request.from);
  if (request.to) query = query.where('allocation.start_on', '<=', request.to);
  if (request.personId) query = query.where('allocation.person_id', 'in', request.personId);
  if (request.projectId) query = query.where('allocation.project_id', 'in', request.projectId);
  if (request.roleId) {
    const { roleId } = request;
    query = query.where((of) =>
      of(of.fn.coalesce('allocation.role_id', 'person.role_id'), 'in', roleId),
    );
  }
  if (request.certainty) query = query.where('allocation.certainty', '=', request.certainty);
  if (request.kind) query = query.where('project.kind', '=', request.kind);
  if (request.isPlaceholder) {
    const isNull = request.isPlaceholder === 'true' ? 'is' : 'is not';
    query = query.where('allocation.person_id', isNull, null);
  }
  return readPage(query, request, sortKeys, sql<string>`allocation.id`);
}

/** Some allocations, also from the trash, in no order. */
export function findAllocations(scope: Scope, ids: readonly AllocationId[]) {
  return allocationRows(scope)
    .where('allocation.id', '=', sql<AllocationId>`any(${[...ids]}::uuid[])`)
    .limit(ids.length)
    .execute();
}

/** Allocations with the state of their project, as calculations take them, in the order of their days. */
export async function listStanding(
  scope: Scope,
  { from, to, personIds, projectId }: AllocationFilter,
): Promise<StandingAllocation[]> {
  let query = scope.tx
    .selectFrom('allocation')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'allocation.workspace_id')
        .onRef('project.id', '=', 'allocation.project_id'),
    )
    .where('allocation.workspace_id', '=', scope.workspaceId)
    .where('allocation.deleted_at', 'is', null)
    .where('project.deleted_at', 'is', null)
    .select(plainColumns)
    .select('project.state as project_state');
  if (from) query = query.where('allocation.end_on', '>=', from);
  if (to) query = query.where('allocation.start_on', '<=', to);
  if (projectId) query = query.where('allocation.project_id', '=', projectId);
  if (personIds) {
    query = query.where('allocation.person_id', '=', sql<PersonId>`any(${[...personIds]}::uuid[])`);
  }
  const rows = await query
    .orderBy('allocation.start_on')
    .orderBy('allocation.id')
    .limit(most)
    .execute();
  const skills = await listSkills(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...toAllocation(row, skills.get(row.id) ?? []),
    projectState: row.project_state,
  }));
}

/** What each of some allocations asks whoever fills it to be able to do. */
export async function listSkills(
  scope: Scope,
  ids: readonly AllocationId[],
): Promise<Map<AllocationId, ListedSkill[]>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .selectFrom('allocation_skill')
    .innerJoin('skill', (join) =>
      join
        .onRef('skill.workspace_id', '=', 'allocation_skill.workspace_id')
        .onRef('skill.id', '=', 'allocation_skill.skill_id'),
    )
    .select(['allocation_skill.allocation_id', 'skill.id', 'skill.name'])
    .where('allocation_skill.workspace_id', '=', scope.workspaceId)
    .where('allocation_skill.allocation_id', '=', sql<AllocationId>`any(${[...ids]}::uuid[])`)
    .orderBy(sql`skill.name collate "und-x-icu"`)
    .orderBy('skill.id')
    .limit(most)
    .execute();
  return groupedBy(rows, (row) => row.allocation_id);
}

export async function insertAllocation(scope: Scope, allocation: Allocation): Promise<void> {
  await scope.tx
    .insertInto('allocation')
    .values({ workspace_id: scope.workspaceId, id: allocation.id, ...columnsOf(allocation) })
    .execute();
  await replaceSkills(scope, allocation.id, allocation.skillIds);
}

/** Writes all fields of an allocation over the version that it bears. */
export async function updateAllocation(scope: Scope, allocation: Allocation): Promise<void> {
  await updateRecord(scope, 'allocation', allocation, columnsOf(allocation));
  await replaceSkills(scope, allocation.id, allocation.skillIds);
}

/** Moves an allocation into the trash or out of it. Whether there was one to move. */
export function setAllocationDeleted(
  scope: Scope,
  id: AllocationId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'allocation', id, isDeleted);
}

export function findProjects(scope: Scope, ids: readonly ProjectId[]) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'number', 'name', 'kind', 'state'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .where('id', '=', sql<ProjectId>`any(${[...ids]}::uuid[])`)
    .limit(ids.length)
    .execute();
}

export function findPeople(scope: Scope, ids: readonly PersonId[]) {
  return scope.tx
    .selectFrom('person')
    .select(['id', 'name', 'joined_on', 'left_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .where('id', '=', sql<PersonId>`any(${[...ids]}::uuid[])`)
    .limit(ids.length)
    .execute();
}

/** Which of the roles and skills there are. */
export async function findKnown(
  scope: Scope,
  table: 'role' | 'skill',
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)}
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])
    order by id limit ${ids.length + 1}`.execute(scope.tx);
  return new Set(rows.map((row) => row.id));
}

const plainColumns = [
  'allocation.id',
  'allocation.version',
  'allocation.project_id',
  'allocation.person_id',
  'allocation.role_id',
  'allocation.start_on',
  'allocation.end_on',
  'allocation.minutes_per_day',
  'allocation.share_basis_points',
  'allocation.certainty',
  'allocation.note',
] as const;

type PlainRecord = Pick<
  AllocationRecord,
  | 'id'
  | 'version'
  | 'project_id'
  | 'person_id'
  | 'role_id'
  | 'start_on'
  | 'end_on'
  | 'minutes_per_day'
  | 'share_basis_points'
  | 'certainty'
  | 'note'
>;

/** A row as calculations take it. */
export function toAllocation(row: PlainRecord, skills: readonly ListedSkill[]): Allocation {
  return {
    id: row.id,
    version: row.version,
    projectId: row.project_id,
    personId: row.person_id,
    roleId: row.role_id,
    skillIds: skills.map(({ id }) => id),
    startOn: row.start_on,
    endOn: row.end_on,
    effort: effortOf(row),
    certainty: row.certainty,
    note: row.note,
  };
}

function effortOf(row: PlainRecord): AllocationEffort {
  // The table holds one of the two.
  return row.minutes_per_day === null
    ? { by: 'share', basisPoints: row.share_basis_points ?? 0 }
    : { by: 'day', minutesPerDay: row.minutes_per_day };
}

function columnsOf({ effort, ...allocation }: Allocation) {
  return {
    project_id: allocation.projectId,
    person_id: allocation.personId,
    role_id: allocation.roleId,
    start_on: allocation.startOn,
    end_on: allocation.endOn,
    minutes_per_day: effort.by === 'day' ? effort.minutesPerDay : null,
    share_basis_points: effort.by === 'share' ? effort.basisPoints : null,
    certainty: allocation.certainty,
    note: allocation.note,
  };
}

/** Makes the skills of an allocation those given; what stays the same is not written again. */
async function replaceSkills(
  scope: Scope,
  id: AllocationId,
  wanted: readonly SkillId[],
): Promise<void> {
  const now = ((await listSkills(scope, [id])).get(id) ?? []).map((skill) => skill.id);
  const gone = now.filter((skillId) => !wanted.includes(skillId));
  if (gone.length > 0) {
    await scope.tx
      .deleteFrom('allocation_skill')
      .where('workspace_id', '=', scope.workspaceId)
      .where('allocation_id', '=', id)
      .where('skill_id', 'in', gone)
      .execute();
  }
  const added = [...new Set(wanted)].filter((skillId) => !now.includes(skillId));
  if (added.length === 0) return;
  await scope.tx
    .insertInto('allocation_skill')
    .values(
      added.map((skillId) => ({
        workspace_id: scope.workspaceId,
        id: newId<Id<'allocation-skill'>>(),
        allocation_id: id,
        skill_id: skillId,
      })),
    )
    .execute();
}

function allocationRows(scope: Scope) {
  return scope.tx
    .selectFrom('allocation')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'allocation.workspace_id')
        .onRef('project.id', '=', 'allocation.project_id'),
    )
    .leftJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'allocation.workspace_id')
        .onRef('person.id', '=', 'allocation.person_id'),
    )
    .leftJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'allocation.workspace_id')
        .onRef('role.id', '=', 'allocation.role_id'),
    )
    .where('allocation.workspace_id', '=', scope.workspaceId)
    .select(plainColumns)
    .select(['allocation.created_at', 'allocation.deleted_at'])
    .select(['project.number as project_number', 'project.name as project_name'])
    .select(['project.kind as project_kind', 'project.state as project_state'])
    .select(['project.deleted_at as project_deleted_at'])
    .select(['person.name as person_name', 'role.name as role_name']);
}

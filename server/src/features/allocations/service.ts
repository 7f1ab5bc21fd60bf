import type { allocations } from '@evenkeel/contract/allocations';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import { type Allocation, cutPeriod, splitPeriod } from '@evenkeel/core/capacity/allocation';
import type { AllocationId } from '@evenkeel/core/id';
import type { Issue } from '@evenkeel/core/issue';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Page } from '../../platform/db/paging.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';
import { type Write, writeAll } from './writing/service.ts';

export { capacitiesOf, listNamed } from './people/service.ts';
export { listStanding } from './repository.ts';

/** An allocation with what whoever fills it needs to be able to do. */
export type AllocationWithSkills = {
  readonly row: repository.AllocationRecord;
  readonly allocation: Allocation;
  readonly skills: readonly repository.ListedSkill[];
};

/** The version that a caller saw of an allocation. */
type Seen = { readonly id: AllocationId; readonly version: number };

const whole: Issue['path'] = [];

export async function listAllocations(
  scope: Scope,
  request: QueryOf<typeof allocations.list>,
): Promise<Page<AllocationWithSkills>> {
  if (request.from && request.to) checkDays(request.from, request.to, 'to');
  const { rows, ...page } = await repository.listAllocations(scope, request);
  return { ...page, rows: await withSkills(scope, rows) };
}

export async function getAllocation(scope: Scope, id: AllocationId): Promise<AllocationWithSkills> {
  const [found] = await getAll(scope, [id]);
  if (!found) throw noAllocation();
  return found;
}

export async function createAllocation(
  scope: Scope,
  draft: BodyOf<typeof allocations.create>,
): Promise<AllocationWithSkills> {
  return getAllocation(scope, await writeOne(scope, { do: 'create', draft, path: whole }));
}

export async function updateAllocation(
  scope: Scope,
  seen: Seen,
  change: BodyOf<typeof allocations.update>,
): Promise<AllocationWithSkills> {
  return getAllocation(
    scope,
    await writeOne(scope, { do: 'update', ...seen, change, path: whole }),
  );
}

export async function removeAllocation(scope: Scope, id: AllocationId): Promise<void> {
  await writeOne(scope, { do: 'remove', id, path: whole });
}

export async function restoreAllocation(
  scope: Scope,
  id: AllocationId,
): Promise<AllocationWithSkills> {
  return getAllocation(scope, await writeOne(scope, { do: 'restore', id, path: whole }));
}

/** Makes two of one; the first keeps its id, so that what points to it still does. */
export async function splitAllocation(
  scope: Scope,
  seen: Seen,
  { onDay }: BodyOf<typeof allocations.split>,
): Promise<AllocationWithSkills[]> {
  const halves = splitPeriod(await standing(scope, seen.id), onDay);
  if (!halves) {
    throw invalid(['onDay'], 'outside', 'must be after the first day and not after the last');
  }
  const [first, second] = halves;
  const ids = await writeAll(scope, [
    { do: 'update', ...seen, change: { endOn: first.endOn }, path: whole },
    { do: 'create', draft: draftOf(second), path: whole },
  ]);
  return getAll(scope, ids);
}

/**
 * Puts a person in the place of a placeholder. The filled part keeps the id; what lies before and after
 * it stays a placeholder. The role and the skills stay, for it may become one again.
 */
export async function fillPlaceholder(
  scope: Scope,
  seen: Seen,
  { personId, from, to }: BodyOf<typeof allocations.fill>,
): Promise<AllocationWithSkills[]> {
  const placeholder = await standing(scope, seen.id);
  if (placeholder.personId !== null) {
    throw new AppError('wrong-state', 'Somebody fills this already; change the person instead.');
  }
  const wanted = { from: from ?? placeholder.startOn, to: to ?? placeholder.endOn };
  checkDays(wanted.from, wanted.to, 'to');
  const { before, within, after } = cutPeriod(placeholder, wanted);
  if (!within) throw invalid(['from'], 'outside', 'must be days of the placeholder');
  const { startOn, endOn } = within;
  const rest = [before, after].flatMap((part) =>
    part ? [{ do: 'create', draft: draftOf(part), path: whole } as const] : [],
  );
  const ids = await writeAll(scope, [
    { do: 'update', ...seen, change: { personId, startOn, endOn }, path: whole },
    ...rest,
  ]);
  return getAll(scope, ids);
}

/** Several changes at once, all or none, the rows in their order. */
export async function changeAllocations(
  scope: Scope,
  { changes }: BodyOf<typeof allocations.bulk>,
): Promise<AllocationWithSkills[]> {
  const writes = changes.map((change, index): Write => {
    const path = ['changes', index];
    if (change.do === 'create') return { ...change, path: [...path, 'draft'] };
    return change.do === 'update' ? { ...change, path: [...path, 'change'] } : { ...change, path };
  });
  return getAll(scope, await writeAll(scope, writes));
}

async function writeOne(scope: Scope, write: Write): Promise<AllocationId> {
  const [id] = await writeAll(scope, [write]);
  if (id === undefined) throw new Error('a write answers with its id');
  return id;
}

/** An allocation that is not in the trash. */
async function standing(scope: Scope, id: AllocationId): Promise<Allocation> {
  const { row, allocation } = await getAllocation(scope, id);
  if (row.deleted_at !== null) throw noAllocation();
  return allocation;
}

/** Some allocations in the order of their ids, also from the trash. */
export async function getAll(
  scope: Scope,
  ids: readonly AllocationId[],
): Promise<AllocationWithSkills[]> {
  const rows = new Map(
    (await repository.findAllocations(scope, [...new Set(ids)])).map((row) => [row.id, row]),
  );
  return withSkills(
    scope,
    ids.flatMap((id) => rows.get(id) ?? []),
  );
}

async function withSkills(
  scope: Scope,
  rows: readonly repository.AllocationRecord[],
): Promise<AllocationWithSkills[]> {
  const skills = await repository.listSkills(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const own = skills.get(row.id) ?? [];
    return { row, allocation: repository.toAllocation(row, own), skills: own };
  });
}

/** What a new allocation is made of that is otherwise like another. */
function draftOf({ id: _id, version: _version, ...fields }: Allocation) {
  return { ...fields, skillIds: [...fields.skillIds] };
}

/** Refuses a last day before the first. */
export function checkDays(from: string, to: string, field: string): void {
  if (to < from) throw invalid([field], 'too-early', 'is before the first day');
}

function noAllocation(): AppError {
  return new AppError('not-found', 'There is no such allocation.');
}

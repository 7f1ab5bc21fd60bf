import type { AllocationDraft, allocations } from '@evenkeel/contract/allocations';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { Allocation } from '@evenkeel/core/capacity/allocation';
import type { AllocationId } from '@evenkeel/core/id';
import type { Issue } from '@evenkeel/core/issue';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { requireReserve } from '../../ring-fence/service.ts';
import { checkProject } from '../policy.ts';
import * as repository from '../repository.ts';

/** One write; `path` leads to its fields in the request, for what is refused is named there. */
export type Write = { readonly path: Issue['path'] } & (
  | { readonly do: 'create'; readonly draft: AllocationDraft }
  | {
      readonly do: 'update';
      readonly id: AllocationId;
      readonly version: number;
      readonly change: BodyOf<typeof allocations.update>;
    }
  | { readonly do: 'remove'; readonly id: AllocationId }
  | { readonly do: 'restore'; readonly id: AllocationId }
);

/** What a write does to one allocation; null where there is none before it or after it. */
type Step = {
  readonly write: Write;
  readonly id: AllocationId;
  readonly before: Allocation | null;
  readonly after: Allocation | null;
};

/**
 * The one way in which allocations are written: first all that the writes would make is reckoned and
 * checked, then it is written. Answers with the id of each write, in their order.
 */
export async function writeAll(scope: Scope, writes: readonly Write[]): Promise<AllocationId[]> {
  const steps = await reckon(scope, writes);
  await check(scope, steps);
  await requireReserve(scope, wholeChange(steps));
  for (const step of steps) await apply(scope, step);
  return steps.map(({ id }) => id);
}

/** Each write on what the writes before it have left. */
async function reckon(scope: Scope, writes: readonly Write[]): Promise<Step[]> {
  const known = await knownOf(scope, writes);
  return writes.map((write) => {
    const id = write.do === 'create' ? newId<AllocationId>() : write.id;
    const found = known.get(id);
    const step = { write, id, before: found?.isThere ? found.allocation : null };
    const after = outcome(write, id, found);
    known.set(id, {
      allocation: after ?? found?.allocation ?? null,
      isThere: after !== null,
    });
    return { ...step, after };
  });
}

/** What all steps together do to each allocation. */
function wholeChange(steps: readonly Step[]) {
  const [before, after] = [
    new Map<AllocationId, Allocation>(),
    new Map<AllocationId, Allocation>(),
  ];
  for (const step of steps) {
    if (step.before && !before.has(step.id) && !after.has(step.id))
      before.set(step.id, step.before);
    if (step.after) after.set(step.id, step.after);
    else after.delete(step.id);
  }
  return { before: [...before.values()], after: [...after.values()] };
}

type Known = { readonly allocation: Allocation | null; readonly isThere: boolean };

async function knownOf(scope: Scope, writes: readonly Write[]): Promise<Map<AllocationId, Known>> {
  const ids = [...new Set(writes.flatMap((write) => (write.do === 'create' ? [] : [write.id])))];
  if (ids.length === 0) return new Map();
  const skills = await repository.listSkills(scope, ids);
  const rows = await repository.findAllocations(scope, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        allocation: repository.toAllocation(row, skills.get(row.id) ?? []),
        isThere: row.deleted_at === null,
      },
    ]),
  );
}

/** What a write leaves of an allocation; null when it goes to the trash. */
function outcome(write: Write, id: AllocationId, found: Known | undefined): Allocation | null {
  if (write.do === 'create') return { ...write.draft, id, version: 1 };
  const standing = found?.allocation;
  if (!standing || (write.do !== 'restore' && !found.isThere)) {
    throw new AppError('not-found', 'There is no such allocation.');
  }
  if (write.do === 'remove') return null;
  if (write.do === 'restore') return found.isThere ? standing : nextVersion(standing);
  if (write.version !== standing.version) {
    throw new AppError(
      'stale-version',
      'Somebody changed this since you opened it. Look at the new version, then change it again.',
    );
  }
  return nextVersion(changed(standing, write.change));
}

function nextVersion(allocation: Allocation): Allocation {
  return { ...allocation, version: allocation.version + 1 };
}

function changed(standing: Allocation, change: BodyOf<typeof allocations.update>): Allocation {
  return {
    id: standing.id,
    version: standing.version,
    projectId: change.projectId ?? standing.projectId,
    personId: change.personId === undefined ? standing.personId : change.personId,
    roleId: change.roleId === undefined ? standing.roleId : change.roleId,
    skillIds: change.skillIds ?? standing.skillIds,
    startOn: change.startOn ?? standing.startOn,
    endOn: change.endOn ?? standing.endOn,
    effort: change.effort ?? standing.effort,
    certainty: change.certainty ?? standing.certainty,
    note: change.note ?? standing.note,
  };
}

/** Everything that has to hold of what is written, in a handful of queries. */
async function check(scope: Scope, steps: readonly Step[]): Promise<void> {
  const made = steps.flatMap(({ write, before, after }) =>
    after ? [{ before, after, path: write.path }] : [],
  );
  const idsOf = <I extends string>(pick: (allocation: Allocation) => readonly (I | null)[]) => [
    ...new Set(made.flatMap(({ after }) => pick(after)).filter((id) => id !== null)),
  ];
  const projects = new Map(
    (
      await repository.findProjects(
        scope,
        idsOf(({ projectId }) => [projectId]),
      )
    ).map((project) => [project.id, project]),
  );
  const people = new Map(
    (
      await repository.findPeople(
        scope,
        idsOf(({ personId }) => [personId]),
      )
    ).map((person) => [person.id, person]),
  );
  const roles = await repository.findKnown(
    scope,
    'role',
    idsOf(({ roleId }) => [roleId]),
  );
  const skills = await repository.findKnown(
    scope,
    'skill',
    idsOf(({ skillIds }) => skillIds),
  );
  for (const { before, after, path } of made) {
    checkShape(after, path);
    checkReferences(after, { roles, skills, path });
    checkPerson(before, after, { people, path });
    const project = projects.get(after.projectId);
    if (!project) throw invalid([...path, 'projectId'], 'unknown', 'there is no such project');
    if (isMoreOf(before, after)) checkProject(project, after.certainty, path);
  }
}

function checkShape({ startOn, endOn, personId, roleId }: Allocation, path: Issue['path']): void {
  if (endOn < startOn) throw invalid([...path, 'endOn'], 'too-early', 'is before the first day');
  if (personId === null && roleId === null) {
    throw invalid([...path, 'roleId'], 'needed', 'name a person, or the role that is needed');
  }
}

function checkReferences(
  { roleId, skillIds }: Allocation,
  known: {
    readonly roles: ReadonlySet<string>;
    readonly skills: ReadonlySet<string>;
    readonly path: Issue['path'];
  },
): void {
  if (roleId !== null && !known.roles.has(roleId)) {
    throw invalid([...known.path, 'roleId'], 'unknown', 'there is no such role');
  }
  const unknown = skillIds.findIndex((id) => !known.skills.has(id));
  if (unknown >= 0) {
    throw invalid([...known.path, 'skillIds', unknown], 'unknown', 'there is no such skill');
  }
}

/** Somebody new must be there on at least one of the days; who left meanwhile keeps what they had. */
function checkPerson(
  before: Allocation | null,
  { personId, startOn, endOn }: Allocation,
  {
    people,
    path,
  }: {
    readonly people: ReadonlyMap<string, Awaited<ReturnType<typeof repository.findPeople>>[number]>;
    readonly path: Issue['path'];
  },
): void {
  if (personId === null || before?.personId === personId) return;
  const person = people.get(personId);
  if (!person) throw invalid([...path, 'personId'], 'unknown', 'there is no such person');
  const isGone = person.left_on !== null && person.left_on < startOn;
  if (!isGone && person.joined_on <= endOn) return;
  throw invalid(
    [...path, 'personId'],
    'not-employed',
    `${person.name} is not with the firm on any of these days`,
  );
}

/** Whether a write asks more of a project than was asked before: taking back is always allowed. */
function isMoreOf(before: Allocation | null, after: Allocation): boolean {
  if (before === null || before.projectId !== after.projectId) return true;
  if (before.certainty === 'tentative' && after.certainty === 'confirmed') return true;
  return after.startOn < before.startOn || after.endOn > before.endOn;
}

async function apply(scope: Scope, { write, id, before, after }: Step): Promise<void> {
  if (write.do === 'create' && after) return repository.insertAllocation(scope, after);
  if (write.do === 'update' && after) {
    // On the version that was seen: what is reckoned bears the next one.
    return repository.updateAllocation(scope, { ...after, version: write.version });
  }
  const isDeleted = write.do === 'remove';
  if (isDeleted === (before === null)) return;
  await repository.setAllocationDeleted(scope, id, isDeleted);
}

import type { Term } from '../capacity/person-capacity.ts';
import type { ProjectId } from '../id.ts';
import { type WorkSums, workSums } from './balance.ts';
import type { BalanceInput } from './input.ts';
import type { LoadSum } from './load.ts';

/**
 * `workSums(after)`, given those of an input before: a sum depends on its own project or deal, and on
 * the people, roles and rates alone, so where these are the same objects as before only the work of
 * projects and deals that are not is added up anew.
 * Complexity: O(tasks) comparisons, and the work of what changed.
 */
export function changedSums(work: WorkSums, before: BalanceInput, after: BalanceInput): WorkSums {
  if (!sumsAlike(before, after)) return workSums(after);
  const touched = touchedProjects(before, after);
  for (const id of projectsOfChangedPeople(before, after)) touched.add(id);
  const standing = new Set(before.deals);
  const deals = after.deals.filter((deal) => !standing.has(deal));
  const same = new Set(after.deals);
  const gone = new Set([
    ...before.deals.filter((deal) => !same.has(deal)).map((deal) => deal.id),
    ...deals.map((deal) => deal.id),
  ]);
  if (touched.size === 0 && gone.size === 0) return work;
  const isTouched = (id: ProjectId) => touched.has(id);
  const anew = workSums({
    ...after,
    projects: after.projects.filter((project) => isTouched(project.id)),
    tasks: after.tasks.filter((task) => isTouched(task.projectId)),
    logs: after.logs.filter((log) => isTouched(log.projectId)),
    deals,
  });
  const stays = (row: LoadSum) =>
    row.projectId === null
      ? row.dealId === null || !gone.has(row.dealId)
      : !isTouched(row.projectId);
  return {
    planned: [...work.planned.filter((item) => !isTouched(item.project.id)), ...anew.planned],
    sums: [...work.sums.filter(stays), ...anew.sums],
  };
}

/** Whether everything that sums of all projects depend on is the same. */
function sumsAlike(before: BalanceInput, after: BalanceInput): boolean {
  const fields = ['today', 'from', 'to', 'tentativeMeasure', 'roles', 'logs'] as const;
  return fields.every((field) => before[field] === after[field]) && peopleAlike(before, after);
}

/** Whether the work of everybody has the same role, team and rates; newcomers have none yet. */
function peopleAlike(before: BalanceInput, after: BalanceInput): boolean {
  if (before.people === after.people && before.rates === after.rates) return true;
  const was = new Map(before.people.map((person) => [person.id, person]));
  const isKnown = (id: string) => was.has(id as never);
  const alike = after.people.every((person) => {
    const one = was.get(person.id);
    return !one || termsAlike(one.capacity.terms, person.capacity.terms);
  });
  const rates = new Set(before.rates);
  const added = after.rates.filter((rate) => !rates.has(rate));
  return (
    alike &&
    before.rates.length + added.length === after.rates.length &&
    added.every((rate) => 'personId' in rate && !isKnown(rate.personId))
  );
}

function termsAlike(some: readonly Term[], others: readonly Term[]): boolean {
  if (some === others) return true;
  return (
    some.length === others.length &&
    some.every((term, place) => {
      const other = others[place];
      return (
        term.validFrom === other?.validFrom &&
        term.roleId === other.roleId &&
        term.teamId === other.teamId
      );
    })
  );
}

/** Projects to which people are allocated who can work more or less: an allocation follows capacity. */
function projectsOfChangedPeople(before: BalanceInput, after: BalanceInput): ProjectId[] {
  if (before.people === after.people) return [];
  const was = new Map(before.people.map((person) => [person.id, person.capacity]));
  const changed = new Set(
    after.people.filter(({ id, capacity }) => was.get(id) !== capacity).map(({ id }) => id),
  );
  return after.allocations
    .filter(({ personId }) => personId !== null && changed.has(personId))
    .map(({ projectId }) => projectId);
}

/** Projects that are not the same, or have tasks or allocations that are not. */
function touchedProjects(before: BalanceInput, after: BalanceInput): Set<ProjectId> {
  const touched = new Set<ProjectId>();
  const differing = <Item>(
    these: readonly Item[],
    those: readonly Item[],
    of: (item: Item) => ProjectId,
  ) => {
    if (these === those) return;
    const known = new Set(those);
    for (const item of these) if (!known.has(item)) touched.add(of(item));
  };
  differing(after.projects, before.projects, (project) => project.id);
  differing(before.projects, after.projects, (project) => project.id);
  differing(after.tasks, before.tasks, (task) => task.projectId);
  differing(before.tasks, after.tasks, (task) => task.projectId);
  differing(after.allocations, before.allocations, (allocation) => allocation.projectId);
  differing(before.allocations, after.allocations, (allocation) => allocation.projectId);
  return touched;
}

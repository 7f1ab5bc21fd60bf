import { groupedBy } from '../../../grouping.ts';
import type { ProjectId } from '../../../id.ts';
import { energyOf, headsOf } from '../bounds.ts';
import { compile } from '../compile.ts';
import type { LevellingActivity, LevellingProblem, LevellingResource } from '../problem.ts';
import { endId, type FirmProblem } from './problem-of.ts';

/** What no plan can beat, project by project. */
export type ProjectBounds = {
  /** The slot by which each project with open work can be finished at the earliest. */
  readonly earliestFinish: ReadonlyMap<ProjectId, number>;
  /** Weighted lateness over all promises, at least. */
  readonly lateness: number;
};

/**
 * Every project alone on the whole staff: its longest path, and for each resource the work that cannot
 * begin before a moment spread over all there is from then on (J. Stinson, E. Davis, B. Khumawala, AIIE
 * Transactions 10, 1978). Together with others it can only end later. n log n.
 */
export function projectBounds(firm: FirmProblem, latenessBound: number): ProjectBounds {
  const { problem, work } = firm;
  const heads = headsById(problem);
  const activities = new Map(problem.activities.map((activity) => [activity.id, activity]));
  const most = new Map(problem.resources.map((resource) => [resource.id, mostOf(resource)]));
  const tasksOf = groupedBy(firm.tasks, (task) => task.projectId);
  const earliestFinish = new Map<ProjectId, number>();
  let lateness = latenessBound;
  for (const project of work.projects) {
    const own = (tasksOf.get(project.id) ?? []).flatMap(({ id }) => activities.get(id) ?? []);
    if (own.length === 0) continue;
    const finish = Math.max(pathOf(own, heads), energyBound(own, heads, most));
    earliestFinish.set(project.id, finish);
    const id = endId(project);
    const due = activities.get(id)?.due;
    if (due === undefined) continue;
    const byPath = Math.max(0, (heads.get(id) ?? 0) - due.slot);
    lateness += due.weight * Math.max(0, finish - due.slot - byPath);
  }
  return { earliestFinish, lateness };
}

type Heads = ReadonlyMap<string, number>;

function headsById(problem: LevellingProblem): Heads {
  const compiled = compile(problem);
  if (!compiled.ok) return new Map();
  const heads = headsOf(compiled.compiled);
  return new Map(problem.activities.map(({ id }, index) => [id, heads[index] ?? 0]));
}

function mostOf({ capacity, changes = [] }: LevellingResource): number {
  return changes.reduce((most, change) => Math.max(most, change.capacity), capacity);
}

function pathOf(own: readonly LevellingActivity[], heads: Heads): number {
  return own.reduce((last, one) => Math.max(last, (heads.get(one.id) ?? 0) + one.duration), 0);
}

function resourcesOf({ parts = [] }: LevellingActivity): readonly string[] {
  return [...new Set(parts.flatMap(({ takes }) => takes.map(({ resource }) => resource)))];
}

/** What is pinned may pass the capacity, so it is left out. */
function energyBound(
  own: readonly LevellingActivity[],
  heads: Heads,
  most: ReadonlyMap<string, number>,
): number {
  const rows = own
    .filter((activity) => activity.pinned === undefined)
    .flatMap((activity) =>
      resourcesOf(activity).map((resource) => ({
        resource,
        head: heads.get(activity.id) ?? 0,
        energy: energyOf(activity, resource),
      })),
    );
  let bound = 0;
  for (const [resource, taken] of groupedBy(rows, (row) => row.resource)) {
    let energy = 0;
    for (const row of taken.toSorted((a, b) => b.head - a.head)) {
      energy += row.energy;
      bound = Math.max(bound, row.head + Math.ceil(energy / (most.get(resource) ?? 1)));
    }
  }
  return bound;
}

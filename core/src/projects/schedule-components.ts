import { groupedBy } from '../grouping.ts';
import type { ProjectId } from '../id.ts';
import type { SchedulePlan } from './schedule-plan.ts';

/** A task of one project that waits for a task of another. */
export type ProjectPair = { readonly before: ProjectId; readonly after: ProjectId };

/** The projects that hang together with some of them, these included. O(projects + pairs). */
export function linkedProjects(
  ids: readonly ProjectId[],
  pairs: readonly ProjectPair[],
): Set<ProjectId> {
  const near = groupedBy(
    pairs.flatMap(({ before, after }) => [
      { from: before, to: after },
      { from: after, to: before },
    ]),
    ({ from }) => from,
  );
  const found = new Set(ids);
  for (const id of found) for (const { to } of near.get(id) ?? []) found.add(to);
  return found;
}

/** A plan cut into parts that know nothing of each other, so that one decides no date of another. */
export function componentsOf(plan: SchedulePlan): SchedulePlan[] {
  const projectOf = new Map(plan.tasks.map((task) => [task.id, task.projectId]));
  const pairs = plan.dependencies.flatMap(({ predecessorId, successorId }) => {
    const [before, after] = [projectOf.get(predecessorId), projectOf.get(successorId)];
    return before && after && before !== after ? [{ before, after }] : [];
  });
  if (plan.projects.length <= 1) return [plan];
  const component = new Map<ProjectId, number>();
  for (const { id } of plan.projects) {
    if (component.has(id)) continue;
    const number = component.size;
    for (const linked of linkedProjects([id], pairs)) component.set(linked, number);
  }
  const partOf = (id: ProjectId | undefined) => (id === undefined ? undefined : component.get(id));
  const tasks = groupedBy(plan.tasks, (task) => partOf(task.projectId));
  const links = groupedBy(plan.dependencies, (link) => partOf(projectOf.get(link.successorId)));
  const staff = groupedBy(plan.assignments, ({ taskId }) => partOf(projectOf.get(taskId)));
  const projects = groupedBy(plan.projects, (project) => partOf(project.id));
  return [...projects].map(([part, own]) => ({
    ...plan,
    projects: own,
    tasks: tasks.get(part) ?? [],
    dependencies: links.get(part) ?? [],
    assignments: staff.get(part) ?? [],
  }));
}

import { baselines } from '@evenkeel/contract/baselines';
import { dependencies } from '@evenkeel/contract/dependencies';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { projects } from '@evenkeel/contract/projects';
import { schedules } from '@evenkeel/contract/schedules';
import { tasks } from '@evenkeel/contract/tasks';
import type { BaselineId, ProjectId } from '@evenkeel/core/id';
import { useQueryClient } from '@tanstack/react-query';
import { useAllRows } from '../../lib/all-rows.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['dependency', 'task', 'assignment', 'phase', 'project', 'person', 'role'];
const planSubjects = ['dependency', 'task', 'assignment', 'project', 'person', 'calendar', 'leave'];

/** Work of both kinds that is not given up, the earliest first. */
export function usePortfolio() {
  const state = 'considered,proposed,approved,executing,completed';
  return useApi(projects.list, { query: { state, sort: 'startOn', limit: 1_000 } }, { subjects });
}

/** Every task of every project. */
export function usePortfolioTasks() {
  return useAllRows(tasks.list, { sort: 'position' }, 'task');
}

/** What waits for what in all projects. */
export function useAllDependencies() {
  return useApi(dependencies.list, {}, { subjects });
}

/** More projects than this do not fit into an address: then the plan of all is asked for. */
const mostNamed = 150;

/** What dates are computed from: of these projects and of those that hang together with them. */
export function useSchedulePlan(ids: readonly ProjectId[]) {
  const query = ids.length > mostNamed ? {} : { projectId: ids.join(',') };
  const options = { subjects: planSubjects, enabled: ids.length > 0, keepPrevious: true };
  return useApi(schedules.plan, { query }, options);
}

/** The plan against a kept copy of it; none is asked for without an id. */
export function useBaselineComparison(id: BaselineId | null) {
  // Not asked for while there is none.
  const params = { id: id ?? ('' as BaselineId) };
  const options = { subjects: ['baseline', ...planSubjects], enabled: id !== null };
  return useApi(baselines.compare, { params }, options);
}

/** Any of the calls that write what a plan is made of. */
export function usePlanWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['task', 'dependency', 'baseline'] });
}

/** Asks for the plan again; settled once all that shows it is here. */
export function useRefreshPlan(): () => Promise<unknown> {
  const client = useQueryClient();
  const paths = [tasks.list.path, dependencies.list.path, schedules.plan.path];
  return () => Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: [path] })));
}

import { dependencies } from '@evenkeel/contract/dependencies';
import type { Endpoint } from '@evenkeel/contract/endpoint';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { useAllRows } from '../../lib/all-rows.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['dependency', 'task', 'assignment', 'phase', 'project', 'person', 'role'];

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

/** Any of the calls that write what a plan is made of. */
export function usePlanWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['task', 'dependency'] });
}

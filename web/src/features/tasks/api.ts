import { dependencies } from '@evenkeel/contract/dependencies';
import type { BodyInputOf, Endpoint, OutputOf } from '@evenkeel/contract/endpoint';
import { type PhaseView, projects } from '@evenkeel/contract/projects';
import { recurrences } from '@evenkeel/contract/recurrences';
import { type TaskRow, tasks } from '@evenkeel/contract/tasks';
import type { ProjectId, RecurrenceId, TaskId } from '@evenkeel/core/id';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useAllRows } from '../../lib/all-rows.ts';
import { callApi } from '../../lib/api-client.ts';
import { markStale } from '../../lib/live-changes.ts';
import { useApi, useApiWrite } from '../../lib/queries.ts';
import { type VersionQueue, versionQueue } from '../../lib/version-queue.ts';

const subjects = [
  'checklist_item',
  'dependency',
  'task',
  'assignment',
  'time_entry',
  'phase',
  'project',
  'person',
  'role',
];
const written = ['task', 'assignment', 'phase', 'checklist_item', 'dependency', 'recurrence'];

/** Every task of a project, in plan order. */
export function useProjectTasks(projectId: ProjectId) {
  return useApi(tasks.list, { query: planQuery(projectId) }, { subjects });
}

/** The milestones of a project, in plan order. */
export function useMilestones(projectId: ProjectId) {
  const query = { projectId, isMilestone: 'true', sort: 'position', limit: 500 } as const;
  return useApi(tasks.list, { query }, { subjects });
}

/** The phases of a project in order. */
export function usePhases(id: ProjectId): readonly PhaseView[] {
  return useApi(projects.get, { params: { id } }, { subjects }).data?.phases ?? noPhases;
}

export function useTask(id: TaskId) {
  return useApi(tasks.get, { params: { id } }, { subjects });
}

/** The parts of a task, in their order. */
export function useSubTasks(parentId: TaskId) {
  const query = { parentId, sort: 'position', limit: 500 } as const;
  return useApi(tasks.list, { query }, { subjects });
}

/** What a task waits for, and what waits for it. */
export function useTaskDependencies(taskId: TaskId) {
  return useApi(dependencies.list, { query: { taskId } }, { subjects });
}

/** What waits for what in a project, and across its border. */
export function useProjectDependencies(projectId: ProjectId) {
  return useApi(dependencies.list, { query: { projectId } }, { subjects });
}

/** Every task of every project, or those that are not done. */
export function useAllTasks(isOpenOnly: boolean) {
  const query = isOpenOnly ? { state: 'open,started', sort: 'dueOn' } : { sort: 'dueOn' };
  return useAllRows(tasks.list, query as { sort: 'dueOn' }, 'task');
}

/** Tasks of any project by a part of their name or their number, for a picker. */
export async function findTasks(search: string, signal: AbortSignal) {
  const query = { limit: 30, sort: 'name', ...(search ? { search } : {}) } as const;
  return (await callApi(tasks.list, { query }, signal)).rows;
}

/** Your own tasks that are not done, of work that runs or may begin, the most urgent first. */
export function useMyTasks(enabled: boolean) {
  const query = {
    personId: 'me',
    state: 'open,started',
    projects: 'committed',
    sort: 'dueOn',
    limit: 1_000,
  } as const;
  return useApi(tasks.list, { query }, { subjects, enabled });
}

/** How a task comes again. */
export function useRecurrence(id: RecurrenceId) {
  return useApi(recurrences.get, { params: { id } }, { subjects: ['recurrence', 'task'] });
}

/** Any of the calls that write tasks or phases. */
export function useTaskWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: written });
}

export type TaskChange = BodyInputOf<typeof tasks.update>;

/**
 * Saves changes of tasks: shown at once, sent one after the other for each task, each on the version
 * that the last one made. Throws what the server refuses, after showing what it has.
 */
export function useSaveTask(): (task: TaskRow, change: TaskChange) => Promise<void> {
  const client = useQueryClient();
  const queues = useRef(new Map<TaskId, VersionQueue>());
  return async (task, change) => {
    patchTask(client, task, (row) => withChange(row, change));
    const queue = queues.current.get(task.id) ?? versionQueue();
    queues.current.set(task.id, queue);
    queue.saw(task.version);
    try {
      await queue.send(async (version) => {
        const params = { id: task.id };
        const saved = await callApi(tasks.update, { params, version, body: change });
        patchTask(client, task, (row) => ({ ...row, ...rowOf(saved) }));
        return saved;
      });
    } finally {
      for (const subject of written) markStale(client, subject);
    }
  };
}

/** Names of the roles and phases a change points to are filled in when the answer comes. */
function withChange(row: TaskRow, change: TaskChange): TaskRow {
  const { roleId, notes, acceptance, ...fields } = change;
  const plain = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  const role = roleId === null ? { role: null } : {};
  return { ...row, ...plain, ...role };
}

function rowOf({
  notes,
  acceptance,
  parents,
  checklist,
  createdAt,
  deletedAt,
  ...row
}: OutputOf<typeof tasks.get>): TaskRow {
  return row;
}

function patchTask(client: QueryClient, task: TaskRow, patch: (row: TaskRow) => TaskRow): void {
  client.setQueriesData<OutputOf<typeof tasks.list>>({ queryKey: [tasks.list.path] }, (data) =>
    data && 'rows' in data
      ? { ...data, rows: data.rows.map((row) => (row.id === task.id ? patch(row) : row)) }
      : data,
  );
}

function planQuery(projectId: ProjectId) {
  return { projectId, sort: 'position', limit: 5_000 } as const;
}

const noPhases: readonly PhaseView[] = [];

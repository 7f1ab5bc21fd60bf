import type {
  ListedTaskView,
  TaskColumnView,
  TaskImportPreview,
  TaskImportView,
} from '@evenkeel/contract/task-imports';
import type { CustomFieldId, PersonId } from '@evenkeel/core/id';
import { taskFileIssues } from '@evenkeel/core/imports/read-task-list';
import type { TaskColumn } from '@evenkeel/core/imports/task-columns';
import type { TaskGroup } from '@evenkeel/core/imports/task-notes';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import type { MadeTaskPlan, TaskImport } from './service.ts';

export function presentTaskImport(found: TaskImport): TaskImportView {
  const { record, state, file, opened, target } = found;
  const { phase, done, total, is_cancelled } = record;
  const isRunning = state === 'running' && phase !== null;
  return {
    id: record.id,
    number: record.number,
    version: record.version,
    state,
    createdBy: record.created_by,
    createdAt: moment(record.created_at),
    startedAt: optionalMoment(record.started_at),
    finishedAt: optionalMoment(record.finished_at),
    failure: state === 'interrupted' ? 'The server stopped in the middle.' : record.failure,
    file: file && {
      name: file.name,
      byteSize: file.byte_size,
      format: file.format,
      taskCount: file.task_count,
    },
    columns: opened && 'columns' in opened ? opened.columns.map(presentColumn) : [],
    issues: opened ? taskFileIssues(opened) : [],
    target: presentTarget(target),
    progress: isRunning
      ? { phase, done: done ?? 0, total: total ?? 0, isCancelled: is_cancelled ?? false }
      : null,
    result: record.taskResult && structuredClone(record.taskResult),
  };
}

function presentTarget(target: TaskImport['target']): TaskImportView['target'] {
  const { projectId, accountId } = target;
  return {
    project: projectId && { id: projectId, name: target.projectName, kind: target.projectKind },
    newKind: target.newKind,
    newName: target.newName,
    account: accountId && { id: accountId, name: target.accountName },
  };
}

function presentColumn({ samples, dates, ...column }: TaskColumn): TaskColumnView {
  return {
    ...column,
    samples: [...samples],
    dates: dates.state === 'ambiguous' ? { ...dates, orders: [...dates.orders] } : dates,
  };
}

type People = ReadonlyMap<string, { readonly id: PersonId; readonly name: string }>;

export function presentTaskPreview(
  { plan, notes }: MadeTaskPlan,
  people: People,
): TaskImportPreview {
  const { report } = plan.list;
  return {
    counts: plan.counts,
    groups: [...notes.groups.values()].map((group) => ({
      ...group,
      options: [...group.options],
      picked: people.get(group.chosen.target ?? '') ?? null,
    })),
    problemCount: notes.problems.length,
    report: {
      read: [...report.read],
      left: report.left.map((part) => ({ ...part, examples: [...part.examples] })),
    },
    // The ids of the firm's own fields.
    own: plan.list.own.fields.map(({ id, name, type }) => ({
      id: id as CustomFieldId,
      name,
      type,
    })),
  };
}

type Paging = { readonly limit: number; readonly cursor?: string | undefined };

/** Problems by row, one page of them. */
export function presentTaskProblems(
  { notes }: MadeTaskPlan,
  query: Paging & { readonly groupKey?: string | undefined },
) {
  const passing = notes.problems
    .filter(({ groupKey }) => query.groupKey === undefined || groupKey === query.groupKey)
    .toSorted((a, b) => a.row - b.row);
  return pageOf(passing, query, (problem) => {
    const group = notes.groups.get(problem.groupKey);
    return { ...problem, message: group ? wordsOf(group) : '', action: actionOf(group) };
  });
}

function wordsOf({ title, message }: TaskGroup): string {
  return `${title}. ${message}`;
}

function actionOf(group: TaskGroup | undefined): string {
  const option = group?.options.find(
    ({ action, target, picks }) =>
      action === group.chosen.action && (picks !== null || target === group.chosen.target),
  );
  return option?.label ?? '';
}

/** Tasks as they will come in, one page of them. */
export function presentListedTasks({ plan }: MadeTaskPlan, query: Paging) {
  const parents = new Map(plan.list.tasks.map(({ key, parentKey }) => [key, parentKey]));
  const names = new Map(plan.list.people.map(({ key, name }) => [key, name]));
  const waits = new Map<string, number>();
  for (const { successorKey } of plan.links)
    waits.set(successorKey, (waits.get(successorKey) ?? 0) + 1);
  return pageOf(
    plan.tasks,
    query,
    ({ task, action, changes, ownWords }): ListedTaskView => ({
      row: task.row,
      key: task.key,
      name: task.name,
      level: levelOf(task.key, parents),
      phase: task.phase,
      action,
      isMilestone: task.isMilestone,
      state: task.state,
      startOn: task.startOn,
      dueOn: task.dueOn,
      estimateMinutes: task.estimateMinutes,
      people: task.assignments.flatMap(({ personKey }) =>
        plan.people.has(personKey) ? (names.get(personKey) ?? personKey) : [],
      ),
      waitsFor: waits.get(task.key) ?? 0,
      own: { ...ownWords },
      changes: [...changes],
    }),
  );
}

function levelOf(key: string, parents: ReadonlyMap<string, string | null>): number {
  let level = 0;
  for (let at = parents.get(key) ?? null; at !== null && level < 100; at = parents.get(at) ?? null)
    level += 1;
  return level;
}

function pageOf<Item, Row>(items: readonly Item[], query: Paging, present: (item: Item) => Row) {
  const start = Number(query.cursor ?? '0');
  const end = start + query.limit;
  return {
    rows: items.slice(start, end).map(present),
    nextCursor: end < items.length ? String(end) : null,
    total: items.length,
  };
}

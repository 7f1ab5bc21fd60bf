import type { PersonId, PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { nameKey } from '@evenkeel/core/imports/name-match';
import type { ListedComment } from '@evenkeel/core/imports/task-list';
import {
  newPeople,
  type PlannedListTask,
  personIds,
  type TaskListPlan,
} from '@evenkeel/core/imports/task-plan';
import { positionStep } from '@evenkeel/core/projects/task';
import type { Scope } from '../../../platform/db/scope.ts';
import { setManyValues } from '../../custom-fields/values/service.ts';
import { createPerson } from '../../people/service.ts';
import { insertPhases } from '../../projects/phases/service.ts';
import { insertDependencies } from '../../tasks/dependencies/service.ts';
import { insertTasks } from '../../tasks/planned/service.ts';
import { listPhaseNames } from '../known/service.ts';
import * as repository from './repository.ts';

export { setProjectPlan } from './repository.ts';

/** How many tasks are written between two looks at whether to go on. */
const batchSize = 1_000;

/** Where a plan is written to. */
export type WriteTarget = {
  readonly projectId: ProjectId;
  /** Throws to stop the run. */
  readonly onTasks: (written: number) => void;
};

/** Writes what a plan says into a project, all of it in the scope's transaction. */
export async function writeTaskList(
  scope: Scope,
  plan: TaskListPlan,
  { projectId, onTasks }: WriteTarget,
): Promise<void> {
  const people = personIds(plan, await addPeople(scope, plan));
  const phases = await addPhases(scope, plan, projectId);
  const ids = await writeTasks(scope, plan, { projectId, phases, onTasks });
  const taken = plan.tasks.filter(isTaken);
  await insertDependencies(scope, dependenciesOf(plan, { projectId, ids }));
  await repository.insertAssignments(scope, projectId, assignmentsOf(taken, { ids, people }));
  await repository.insertSteps(scope, projectId, stepsOf(taken, ids));
  await writeTags(scope, taken, ids);
  await repository.insertComments(scope, commentsOf(taken, ids));
  await repository.insertBaselines(scope, projectId, baselinesOf(plan, ids));
  await setManyValues(scope, { kind: 'task', records: ownRecords(plan, { ids, people }) });
}

type Ids = ReadonlyMap<string, TaskId>;

/** A task left as it is by choice gets nothing new either; one that is the same may. */
function isTaken({ action, changes }: PlannedListTask): boolean {
  return action !== 'keep' || changes.length === 0;
}

async function addPeople(scope: Scope, plan: TaskListPlan): Promise<Map<string, PersonId>> {
  const added = new Map<string, PersonId>();
  for (const person of newPeople(plan)) {
    if (person.kind !== 'new') continue;
    const email = person.email === null ? {} : { email: person.email };
    const made = await createPerson(scope, { name: person.name, kind: 'staff', ...email });
    added.set(person.key, made.person.id);
  }
  return added;
}

/** Ids of phases by name; those that are missing are added behind the others. */
async function addPhases(
  scope: Scope,
  plan: TaskListPlan,
  projectId: ProjectId,
): Promise<Map<string, PhaseId>> {
  const known = await listPhaseNames(scope, projectId);
  const fresh = plan.newPhases.map((name) => ({
    name: name.slice(0, 300),
    startOn: null,
    endOn: null,
  }));
  const ids = await insertPhases(scope, projectId, fresh, known.length);
  const phases = new Map(known.map(({ id, name }) => [nameKey(name), id]));
  for (const [at, id] of ids.entries()) phases.set(nameKey(fresh[at]?.name ?? ''), id);
  return phases;
}

type TaskTarget = WriteTarget & { readonly phases: ReadonlyMap<string, PhaseId> };

/** Adds the tasks that are new and changes those that differ; ids by the keys of the file. */
async function writeTasks(
  scope: Scope,
  plan: TaskListPlan,
  { projectId, phases, onTasks }: TaskTarget,
): Promise<Map<string, TaskId>> {
  const ids = new Map(plan.tasks.flatMap(({ task, id }) => (id ? [[task.key, id] as const] : [])));
  const first = await repository.nextPosition(scope, projectId);
  // A plan lists each task behind the one it is part of.
  const fresh = plan.tasks.filter(({ action }) => action === 'create');
  for (let start = 0; start < fresh.length; start += batchSize) {
    const part = fresh.slice(start, start + batchSize);
    const places = new Map(part.map(({ task }, at) => [task.key, at]));
    const rows = part.map(({ task, columns }) => ({
      name: task.name,
      notes: columns.notes,
      acceptance: '',
      roleId: null,
      estimateMinutes: columns.estimateMinutes,
      startOn: columns.startOn ?? null,
      dueOn: columns.dueOn ?? null,
      isMilestone: columns.isMilestone,
      state: columns.state,
      phaseId: phaseOf(task.phase, phases),
      parentId: task.parentKey === null ? null : (ids.get(task.parentKey) ?? null),
      parentIndex: task.parentKey === null ? null : (places.get(task.parentKey) ?? null),
      schedule: {
        ...repository.rowOf(scope, columns),
        external_key: `${plan.list.source}:${task.key}`,
      },
    }));
    const added = await insertTasks(scope, projectId, rows, first + start * positionStep);
    for (const [at, id] of added.entries()) ids.set(part[at]?.task.key ?? '', id);
    onTasks(start + part.length);
  }
  const changed = plan.tasks.filter(({ action }) => action === 'update');
  await repository.updateTasks(
    scope,
    changed.flatMap(({ task, columns, id }) =>
      id === null
        ? []
        : [
            {
              id,
              columns,
              phaseId: phaseOf(task.phase, phases),
              parentId: task.parentKey === null ? null : (ids.get(task.parentKey) ?? null),
            },
          ],
    ),
  );
  onTasks(fresh.length + changed.length);
  return ids;
}

function phaseOf(phase: string | null, phases: ReadonlyMap<string, PhaseId>): PhaseId | null {
  return phase === null ? null : (phases.get(nameKey(phase)) ?? null);
}

function dependenciesOf(
  plan: TaskListPlan,
  { projectId, ids }: { readonly projectId: ProjectId; readonly ids: Ids },
) {
  return plan.links.flatMap((link) => {
    const predecessorId = ids.get(link.predecessorKey);
    const successorId = ids.get(link.successorKey);
    if (!predecessorId || !successorId) return [];
    const { type, lagMinutes, lagUnit, lagPercent } = link;
    return [{ projectId, predecessorId, successorId, type, lagMinutes, lagUnit, lagPercent }];
  });
}

function assignmentsOf(
  tasks: readonly PlannedListTask[],
  { ids, people }: { readonly ids: Ids; readonly people: ReadonlyMap<string, PersonId> },
): repository.NewAssignment[] {
  const seen = new Set<string>();
  return tasks.flatMap(({ task }) =>
    task.assignments.flatMap(({ personKey, units }) => {
      const taskId = ids.get(task.key);
      const personId = people.get(personKey);
      const pair = `${taskId} ${personId}`;
      if (!taskId || !personId || seen.has(pair)) return [];
      seen.add(pair);
      return [{ taskId, personId, units }];
    }),
  );
}

function stepsOf(tasks: readonly PlannedListTask[], ids: Ids): repository.NewStep[] {
  return tasks.flatMap(({ task }) => {
    const taskId = ids.get(task.key);
    if (!taskId) return [];
    return task.checklist.map((step, at) => ({
      taskId,
      ...step,
      position: (at + 1) * positionStep,
    }));
  });
}

async function writeTags(scope: Scope, tasks: readonly PlannedListTask[], ids: Ids): Promise<void> {
  const names = [...new Set(tasks.flatMap(({ task }) => task.tags))];
  if (names.length === 0) return;
  const tags = await repository.tagIds(scope, names);
  const taggings = new Map(
    tasks.flatMap(({ task }) =>
      task.tags.flatMap((name) => {
        const [taskId, tagId] = [ids.get(task.key), tags.get(name.toLowerCase())];
        return taskId && tagId ? [[`${taskId} ${tagId}`, { taskId, tagId }] as const] : [];
      }),
    ),
  );
  await repository.insertTaggings(scope, [...taggings.values()]);
}

/** Values of the firm's own fields by task; people who were added just now have ids by now. */
function ownRecords(
  { tasks, list }: TaskListPlan,
  { ids, people }: { readonly ids: Ids; readonly people: ReadonlyMap<string, PersonId> },
) {
  return tasks.filter(isTaken).flatMap(({ task, own }) => {
    const id = ids.get(task.key);
    const values = Object.fromEntries(
      list.own.fields.flatMap((field) => {
        const value = own[field.id];
        if (value === undefined) return [];
        const isAdded = field.type === 'person' && typeof value === 'string';
        return [[field.id, isAdded ? (people.get(value) ?? value) : value]];
      }),
    );
    return id === undefined || Object.keys(values).length === 0 ? [] : [{ id, values }];
  });
}

function commentsOf(tasks: readonly PlannedListTask[], ids: Ids) {
  return tasks.flatMap(({ task }) => {
    const taskId = ids.get(task.key);
    if (!taskId) return [];
    return task.comments
      .filter(({ text }) => text.trim() !== '')
      .map((comment) => ({ taskId, body: bodyOf(comment) }));
  });
}

/** Who said it there and when stands above what was said. */
function bodyOf({ author, at, text }: ListedComment): string {
  const head = [author, at].filter((part) => part !== '').join(', ');
  return (head === '' ? text : `${head}:\n${text}`).slice(0, 10_000);
}

function baselinesOf(plan: TaskListPlan, ids: Ids): repository.NewBaseline[] {
  const tasks = new Map(plan.list.tasks.map((task) => [task.key, task]));
  return plan.list.baselines.map(({ name, tasks: kept }) => ({
    name,
    tasks: kept.flatMap(({ taskKey, ...days }) => {
      const [taskId, task] = [ids.get(taskKey), tasks.get(taskKey)];
      if (!taskId || !task) return [];
      return [{ taskId, name: task.name, isMilestone: task.isMilestone, ...days }];
    }),
  }));
}

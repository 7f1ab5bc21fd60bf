import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { taskImports } from '@evenkeel/contract/task-imports';
import type { ImportId, PersonId, ProjectId } from '@evenkeel/core/id';
import type { Choice } from '@evenkeel/core/imports/problem';
import {
  type OpenTaskFile,
  readTaskList,
  taskFileIssues,
} from '@evenkeel/core/imports/read-task-list';
import { type TaskNotes, taskNotes } from '@evenkeel/core/imports/task-notes';
import { planTaskList, type TaskListPlan } from '@evenkeel/core/imports/task-plan';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import {
  createTaskImport as createRecord,
  findImport,
  lockOpenImport,
  type Progress,
  saveImportChoices,
} from '../imports/service.ts';
import { createProject } from '../projects/service.ts';
import { findFile, keepFile, mapColumns, openFile, type TaskFileRecord } from './files/service.ts';
import { isProject, listKnownPeople, readKnown, saveTarget, targetOf } from './known/service.ts';
import { setProjectPlan, writeTaskList } from './write/service.ts';

export type TaskImport = Awaited<ReturnType<typeof findImport>> & {
  readonly file: TaskFileRecord | null;
  readonly opened: OpenTaskFile | null;
  readonly target: Awaited<ReturnType<typeof targetOf>>;
};

/** A plan with what was found on the way. */
export type MadeTaskPlan = { readonly plan: TaskListPlan; readonly notes: TaskNotes };

export async function createTaskImport(
  scope: Scope,
  projectId: ProjectId | null,
): Promise<TaskImport> {
  await requireProject(scope, projectId);
  const id = await createRecord(scope);
  await saveTarget(scope, id, { project_id: projectId });
  return getTaskImport(scope, id);
}

export async function getTaskImport(scope: Scope, id: ImportId): Promise<TaskImport> {
  const found = await findImport(scope, id);
  if (found.record.kind !== 'tasks')
    throw new AppError('not-found', 'There is no such import of tasks.');
  return {
    ...found,
    file: (await findFile(scope, id)) ?? null,
    opened: await openFile(scope, id),
    target: await targetOf(scope, id),
  };
}

/** Keeps a file; a new project is called by what the file says. */
export async function putFile(
  scope: Scope,
  id: ImportId,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<TaskImport> {
  await open(scope, id);
  await keepFile(scope, id, file);
  const opened = await openFile(scope, id);
  const named = opened && 'source' in opened ? read(opened, {}).list.project.name : '';
  const newName = (named || file.name.replace(/\.[a-z]{2,4}$/i, '')).slice(0, 300);
  await saveTarget(scope, id, { new_name: newName });
  return getTaskImport(scope, id);
}

export async function changeTaskImport(
  scope: Scope,
  id: ImportId,
  { columns, choices, target }: BodyOf<typeof taskImports.change>,
): Promise<TaskImport> {
  await open(scope, id);
  if (columns) await mapColumns(scope, id, columns);
  if (choices) await saveImportChoices(scope, id, choices);
  if (target) {
    await requireProject(scope, target.projectId);
    await saveTarget(scope, id, {
      project_id: target.projectId,
      new_kind: target.newKind,
      new_name: target.newName,
      account_id: target.newKind === 'client' ? target.accountId : null,
    });
  }
  return getTaskImport(scope, id);
}

/** What the import would do now. */
export async function previewTasks(scope: Scope, id: ImportId): Promise<MadeTaskPlan> {
  const { record, opened, target } = await getTaskImport(scope, id);
  return makePlan(scope, { opened, choices: record.choices, projectId: target.projectId });
}

/** Who the choices of a preview name. */
export async function pickedPeople(
  scope: Scope,
): Promise<ReadonlyMap<string, { readonly id: PersonId; readonly name: string }>> {
  const people = await listKnownPeople(scope);
  return new Map(people.map(({ id, name }) => [id, { id, name }]));
}

/** Carries out an import of tasks, in the transaction of its run. */
export async function carryTasks(scope: Scope, id: ImportId, report: (progress: Progress) => void) {
  const { record, opened, target } = await getTaskImport(scope, id);
  report({ phase: 'checking', done: 0, total: 0 });
  const { projectId } = target;
  const { plan } = await makePlan(scope, { opened, choices: record.choices, projectId });
  const total = plan.counts.create + plan.counts.update;
  const into = projectId ?? (await makeProject(scope, target, plan));
  report({ phase: 'writing', done: 0, total });
  await writeTaskList(scope, plan, {
    projectId: into,
    onTasks: (done) => report({ phase: 'writing', done, total }),
  });
  await saveTarget(scope, id, { project_id: into });
  return { counts: plan.counts, report: resultReport(plan) };
}

function resultReport({ list: { report } }: TaskListPlan) {
  return {
    read: report.read.map((part) => ({ ...part })),
    left: report.left.map((part) => ({ ...part, examples: [...part.examples] })),
  };
}

type PlanSource = {
  readonly opened: OpenTaskFile | null;
  readonly choices: Readonly<Record<string, Choice>>;
  readonly projectId: ProjectId | null;
};

async function makePlan(
  scope: Scope,
  { opened, choices, projectId }: PlanSource,
): Promise<MadeTaskPlan> {
  if (!opened)
    throw new AppError('wrong-state', 'There is nothing to import yet: add a file first.');
  const [issue] = taskFileIssues(opened);
  if (issue) throw new AppError('wrong-state', issue);
  const { list, notes } = read(opened, choices);
  const known = await readKnown(scope, projectId, list);
  return { plan: planTaskList(list, known, notes), notes };
}

function read(opened: OpenTaskFile, choices: Readonly<Record<string, Choice>>) {
  const notes = taskNotes(choices);
  return { list: readTaskList(opened, notes), notes };
}

/** A project for the tasks, with what the file says of the whole. */
async function makeProject(
  scope: Scope,
  target: TaskImport['target'],
  { list: { project, tasks } }: TaskListPlan,
): Promise<ProjectId> {
  // Tasks that name no day begin with the project: not before the first of the file.
  const days = tasks.flatMap((task) => task.startOn ?? task.dueOn ?? []).sort();
  const startOn = project.startOn ?? days[0] ?? null;
  const { endOn } = project;
  const isOrdered = startOn === null || endOn === null || startOn <= endOn;
  const shared = {
    name: target.newName || project.name || 'Imported project',
    notes: project.notes,
    startOn,
    endOn: isOrdered ? endOn : null,
    ownerId: scope.actor.personId,
    templateId: null,
  };
  const { accountId } = target;
  const made = await createProject(
    scope,
    target.newKind === 'client'
      ? { ...shared, kind: 'client', accountId }
      : { ...shared, kind: 'initiative' },
  );
  await setProjectPlan(scope, made.project.id, project);
  return made.project.id;
}

async function open(scope: Scope, id: ImportId): Promise<void> {
  await lockOpenImport(scope, id);
  await getTaskImport(scope, id);
}

async function requireProject(scope: Scope, id: ProjectId | null): Promise<void> {
  if (id !== null && !(await isProject(scope, id)))
    throw invalid(['projectId'], 'unknown', 'there is no such project');
}

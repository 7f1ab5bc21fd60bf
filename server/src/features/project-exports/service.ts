import { groupedBy } from '@evenkeel/core/grouping';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import type { ExportedBaseline, ExportedRow } from '@evenkeel/core/mspdi/from-schedule';
import { mspdiOf } from '@evenkeel/core/mspdi/from-schedule';
import { writeMspdi } from '@evenkeel/core/mspdi/write';
import { type ScheduledPlan, schedulePlan } from '@evenkeel/core/projects/schedule-dates';
import { partsOfTask } from '@evenkeel/core/projects/schedule-parts';
import type { SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import type { ScheduledTask } from '@evenkeel/core/schedule/model';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { readLinkedPlan } from '../schedules/service.ts';
import { ownFieldsOf } from './own-fields/service.ts';
import * as repository from './repository.ts';

/** A file for somebody to keep. */
export type ExportedFile = { readonly name: string; readonly text: string };

/** A project as a Microsoft Project XML file. Links to tasks of other projects are left out. */
export async function exportMspdi(scope: Scope, id: ProjectId): Promise<ExportedFile> {
  const project = await repository.findProject(scope, id);
  if (!project) throw new AppError('not-found', 'There is no such project.');
  const linked = await readLinkedPlan(scope, [id]);
  const scheduledPlan = schedulePlan(linked);
  const own = new Set(linked.tasks.filter((task) => task.projectId === id).map((task) => task.id));
  const rows = rowsOf(
    await repository.listPhases(scope, id),
    await repository.listTasks(scope, id),
  );
  const scheduled = new Map<string, ScheduledTask>(
    [...scheduledPlan.dates]
      .filter(([taskId]) => own.has(taskId))
      .map(([taskId, dates]) => [taskId, dates.scheduled]),
  );
  const assignments = linked.assignments.filter(({ taskId }) => own.has(taskId));
  const ids = [...new Set(assignments.map(({ personId }) => personId))];
  const people = (await repository.listPeople(scope, ids)).map((person) => ({
    ...person,
    calendarId: calendarOf(scheduledPlan, linked, person.id),
  }));
  const hours = new Set(people.map(({ calendarId }) => calendarId));
  const problem = ownProblem(scheduledPlan, linked, id);
  const root = mspdiOf({
    name: project.name,
    notes: project.purpose,
    currency: scope.actor.currency,
    rows,
    // Hours of people who are not in the file, which have no name, are left out.
    problem: {
      ...problem,
      calendars: problem.calendars.filter(({ id, name }) => name !== undefined || hours.has(id)),
    },
    scheduled,
    people,
    assignments: assignments.map(({ taskId, personId, units }) => ({
      taskId,
      personId,
      units: units / 10_000,
      workMinutes: workOf(scheduledPlan, { taskId, units }),
    })),
    parts: new Map(
      [...own].flatMap((taskId) => {
        const parts = partsOfTask(scheduledPlan, taskId);
        return parts.length === 0 ? [] : [[taskId, parts] as const];
      }),
    ),
    fields: await ownFieldsOf(scope, own),
    baselines: (await repository.listBaselines(scope, id)).map((kept) =>
      baselineOf(scheduledPlan, kept),
    ),
  });
  return { name: fileName(project.name), text: writeMspdi(root) };
}

/** Phases with their tasks, each below the one it is part of; tasks without a phase come first. */
function rowsOf(
  phases: readonly { readonly id: string; readonly name: string }[],
  tasks: readonly repository.ExportTask[],
): ExportedRow[] {
  const known = new Set(tasks.map(({ id }) => id));
  const below = groupedBy(tasks, ({ parent_id }) =>
    parent_id !== null && known.has(parent_id) ? parent_id : null,
  );
  const rows: ExportedRow[] = [];
  const add = (task: repository.ExportTask, level: number): void => {
    rows.push({
      id: task.id,
      name: task.name,
      notes: task.notes,
      level,
      isMilestone: task.is_milestone,
      workMinutes: task.estimate_minutes,
    });
    for (const part of below.get(task.id) ?? []) add(part, level + 1);
  };
  const tops = groupedBy(below.get(null) ?? [], ({ phase_id }) => phase_id as string | null);
  for (const task of tops.get(null) ?? []) add(task, 1);
  for (const { id, name } of phases) {
    const own = tops.get(id) ?? [];
    if (own.length === 0) continue;
    rows.push({ id, name, notes: '', level: 1, isMilestone: false, workMinutes: null });
    for (const task of own) add(task, 2);
  }
  return rows;
}

/** The problem without the tasks of other projects, from the project's own start on. */
function ownProblem({ problem, dates }: ScheduledPlan, plan: SchedulePlan, id: ProjectId) {
  const own = new Set<string>(
    plan.tasks.filter(({ projectId }) => projectId === id).map((task) => task.id),
  );
  const starts = [...dates].flatMap(([taskId, found]) =>
    own.has(taskId) ? [found.scheduled.start] : [],
  );
  const project = plan.projects.find((one) => one.id === id);
  return {
    ...problem,
    // The file has one project, whose own word counts for all of its tasks.
    options: {
      ...problem.options,
      ...(project ? { constraintsWinOverLinks: project.honoursConstraints } : {}),
    },
    start: starts.length === 0 ? problem.start : Math.min(...starts),
    tasks: problem.tasks.filter((task) => own.has(task.id)),
    links: problem.links.filter(
      ({ predecessorId, successorId }) => own.has(predecessorId) && own.has(successorId),
    ),
  };
}

/** The hours of a person, as the first of their tasks counts them. */
function calendarOf({ problem }: ScheduledPlan, plan: SchedulePlan, personId: string) {
  const tasks = new Set<string>(
    plan.assignments.filter((own) => own.personId === personId).map(({ taskId }) => taskId),
  );
  const own = problem.assignments?.find(
    ({ taskId, resourceId }) => tasks.has(taskId) && resourceId.includes(personId),
  );
  return own?.resourceId ?? null;
}

function workOf(
  { dates }: ScheduledPlan,
  { taskId, units }: { readonly taskId: TaskId; readonly units: number },
): number {
  const minutes = dates.get(taskId)?.scheduled.durationMinutes ?? 0;
  return Math.round((minutes * units) / 10_000);
}

function baselineOf(
  { index }: ScheduledPlan,
  kept: readonly repository.BaselineRow[],
): ExportedBaseline {
  const { book } = index;
  const rows = kept.flatMap((row) => {
    const start = row.start_on ?? row.due_on;
    const due = row.due_on ?? row.start_on;
    if (start === null || due === null) return [];
    return [
      [
        row.task_id as string,
        {
          start: book.heldStartOf(book.defaultId, start),
          finish: book.heldFinishOf(book.defaultId, due),
          durationMinutes: row.duration_minutes ?? 0,
          workMinutes: row.estimate_minutes ?? 0,
        },
      ] as const,
    ];
  });
  return { rows: new Map(rows) };
}

/** Letters, digits, blanks and dashes only: what every file system takes. */
function fileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[^\w .-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${plain.slice(0, 100) || 'project'}.xml`;
}

import type { EffortSoFar } from '@evenkeel/contract/time';
import { addDays, type CalendarDate, weekStart } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer, optionalInteger } from '../../../platform/db/values.ts';
import { weekCapacities } from '../../capacity/service.ts';
import { canLogFor } from '../policy.ts';
import { ownPerson } from '../service.ts';
import { readTimesheet } from '../timesheets/service.ts';
import * as repository from './repository.ts';

/** Estimate and log of a piece of work, ready to be asked. */
export type SoFar = (work: repository.WorkKey) => EffortSoFar;

export type Week = Awaited<ReturnType<typeof readWeek>>;
export type Targets = Awaited<ReturnType<typeof findTargets>>;

export async function readWeek(
  scope: Scope,
  asked: { personId?: PersonId | undefined; on?: CalendarDate | undefined },
) {
  const person = await repository.findPerson(scope, asked.personId ?? ownPerson(scope));
  if (!person) throw new AppError('not-found', 'There is no such person.');
  const from = weekStart(asked.on ?? scope.today);
  const to = addDays(from, 6);
  const entries = await repository.listWeekEntries(scope, person.id, { from, to });
  const assigned = await repository.listAssigned(scope, person.id, to);
  const soFar = await readSoFar(scope, [...entries, ...assigned].map(keyOf));
  const timesheet = await readTimesheet(scope, person.id, from);
  const canWrite = canLogFor(scope.actor, person.id) && !timesheet.isLocked;
  const capacity = (await weekCapacities(scope, [person.id]))(person.id, from);
  const { today } = scope;
  return { person, capacity, from, to, entries, assigned, soFar, canWrite, timesheet, today };
}

/** What time can be logged on: tasks before projects, the likeliest first. */
export async function findTargets(
  scope: Scope,
  asked: { personId?: PersonId | undefined; search?: string | undefined },
) {
  const personId = asked.personId ?? scope.actor.personId;
  const tasks = await repository.findTasks(scope, personId, asked.search);
  const projects = await repository.findProjects(scope, personId, asked.search);
  const soFar = await readSoFar(scope, [
    ...tasks.map(keyOf),
    ...projects.map(({ project_id }) => ({ projectId: project_id, taskId: null })),
  ]);
  return { tasks, projects, soFar };
}

/** Estimated and logged effort of some work, by everybody, ever (U16). */
export async function readSoFar(scope: Scope, work: readonly repository.WorkKey[]): Promise<SoFar> {
  const taskIds = new Set(work.flatMap(({ taskId }) => (taskId === null ? [] : [taskId])));
  const wholes = work.filter(({ taskId }) => taskId === null);
  const projectIds = new Set(wholes.map(({ projectId }) => projectId));
  const found = [
    ...(await repository.tasksSoFar(scope, [...taskIds])),
    ...(await repository.projectsSoFar(scope, [...projectIds])),
  ];
  const efforts = new Map<string, EffortSoFar>(
    found.map((row) => [
      row.id,
      {
        estimateMinutes: optionalInteger(row.estimate_minutes),
        loggedMinutes: integer(row.logged_minutes ?? 0),
      },
    ]),
  );
  return ({ projectId, taskId }) =>
    efforts.get(taskId ?? projectId) ?? { estimateMinutes: null, loggedMinutes: 0 };
}

function keyOf(row: {
  project_id: repository.WorkKey['projectId'];
  task_id: repository.WorkKey['taskId'];
}): repository.WorkKey {
  return { projectId: row.project_id, taskId: row.task_id };
}

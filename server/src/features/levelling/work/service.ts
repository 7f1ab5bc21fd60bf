import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { TaskId } from '@evenkeel/core/id';
import { firmDays } from '@evenkeel/core/schedule/levelling/multi-project/firm-days';
import type { FirmWork, WorkTask } from '@evenkeel/core/schedule/levelling/multi-project/firm-work';
import type { Scope } from '../../../platform/db/scope.ts';
import { listPlanCalendars } from '../../calendars/service.ts';
import { listCapacities } from '../../capacity/service.ts';
import * as repository from './repository.ts';

export {
  findUnchanged,
  type HeldDays,
  restoreSaid,
  type SaidDays,
  saidDays,
} from './repository.ts';

/** What a levelling reads, and what people had said of each task's days. */
export type GatheredWork = {
  readonly work: FirmWork;
  readonly said: ReadonlyMap<TaskId, repository.SaidDays>;
};

/** Everything that levelling reads: the open work of committed projects and the people it shares. */
export async function gatherWork(scope: Scope): Promise<GatheredWork> {
  const days = firmDays(await listPlanCalendars(scope), scope.today);
  const assignees = await repository.listAssignees(scope);
  const tasks = await repository.listTasks(scope);
  const work = {
    today: scope.today,
    ...days,
    people: await listCapacities(scope),
    roles: await repository.listRoles(scope),
    projects: await repository.listProjects(scope),
    tasks: tasks.map((task) => workTask(task, assignees.get(task.id) ?? [])),
    dependencies: await repository.listDependencies(scope),
  };
  return { work, said: new Map(tasks.map((task) => [task.id, task.said])) };
}

function workTask(task: repository.TaskRecord, assignees: WorkTask['assignees']): WorkTask {
  const { estimate_minutes: estimate, percent_complete: percent } = task;
  const doneByPercent = estimate === null ? 0 : Math.floor((estimate * percent) / 100);
  return {
    id: task.id,
    projectId: task.project_id,
    parentId: task.parent_id,
    name: task.name,
    state: task.state,
    isMilestone: task.is_milestone,
    hasSubTasks: task.has_sub_tasks,
    roleId: task.role_id,
    estimateMinutes: estimate,
    loggedMinutes: Math.max(task.logged_minutes, doneByPercent),
    startOn: task.start_on,
    dueOn: task.due_on,
    notBefore: notBefore(task),
    deadlineOn: deadline(task),
    isPinned: task.scheduling === 'manual' || task.constraint_type.startsWith('must-'),
    assignees: assignees.map(({ personId, share }) => ({ personId, share })),
  };
}

/** The bound that a person has set; one that an accepted levelling wrote is not one. */
function notBefore(task: repository.TaskRecord): CalendarDate | null {
  if (task.former_bound) return task.former_bound.notBefore;
  const isStart = task.constraint_type === 'start-no-earlier-than';
  const isPoint = task.is_milestone && task.constraint_type === 'finish-no-earlier-than';
  return isStart || isPoint ? task.constraint_on : null;
}

/** When it is wanted: its deadline, a bound that says "no later", or the day of a milestone. */
function deadline(task: repository.TaskRecord): CalendarDate | null {
  if (task.deadline_on !== null) return task.deadline_on;
  if (task.former_bound) return task.former_bound.deadlineOn;
  if (task.constraint_type === 'finish-no-later-than') return task.constraint_on;
  return task.is_milestone ? (task.constraint_on ?? task.due_on) : null;
}

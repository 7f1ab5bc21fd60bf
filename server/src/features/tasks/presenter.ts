import type { TaskRow, TaskView } from '@evenkeel/contract/tasks';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ListedTask, TaskRecord } from './repository.ts';
import type { WithWork } from './service.ts';

export function presentTaskRow({ task, assignees, loggedMinutes }: WithWork<PlainTask>): TaskRow {
  return {
    id: task.id,
    number: task.number,
    version: task.version,
    project: { id: task.project_id, name: task.project_name, kind: task.project_kind },
    phaseId: task.phase_id,
    name: task.name,
    position: task.position,
    state: task.state,
    role: referenceOf(task.role_id, task.role_name),
    estimateMinutes: task.estimate_minutes,
    loggedMinutes,
    startOn: task.start_on,
    dueOn: task.due_on,
    doneOn: task.done_on,
    isMilestone: task.is_milestone,
    assignees: [...assignees],
  };
}

export function presentTask(found: WithWork<TaskRecord>): TaskView {
  return {
    ...presentTaskRow(found),
    notes: found.task.notes,
    createdAt: moment(found.task.created_at),
    deletedAt: optionalMoment(found.task.deleted_at),
  };
}

type PlainTask = Omit<ListedTask, 'sort_value'>;

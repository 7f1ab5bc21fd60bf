import type { ChecklistItem, TaskRow, TaskView } from '@evenkeel/contract/tasks';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { ChecklistItemRecord } from './checklist/service.ts';
import type { ListedTask } from './repository.ts';
import type { WholeTask, WithWork } from './service.ts';

export function presentTaskRow({ task, ...work }: WithWork<PlainTask>): TaskRow {
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
    optimisticMinutes: task.optimistic_minutes,
    pessimisticMinutes: task.pessimistic_minutes,
    loggedMinutes: work.loggedMinutes,
    startOn: task.start_on,
    dueOn: task.due_on,
    doneOn: task.done_on,
    isMilestone: task.is_milestone,
    isClientVisible: task.is_client_visible,
    side: task.side,
    parentId: task.parent_id,
    assignees: [...work.assignees],
    subTasks: work.subTasks,
    checklistCount: work.checklist.count,
    checklistDoneCount: work.checklist.doneCount,
    waitsFor: [...work.waiting.waitsFor],
    recurrenceId: task.recurrence_id,
    startsTooEarly: work.waiting.startsTooEarly,
    scheduling: task.scheduling,
    constraintType: task.constraint_type,
    constraintOn: task.constraint_on,
    constraintMinute: task.constraint_minute,
    durationMinutes: task.duration_minutes,
    splits: [...task.splits],
    taskType: task.task_type,
    isEffortDriven: task.is_effort_driven,
    deadlineOn: task.deadline_on,
    percentComplete: task.percent_complete,
    actualStartOn: task.actual_start_on,
    calendarId: task.calendar_id,
    schedulePriority: task.schedule_priority,
  };
}

export function presentTask(found: WholeTask): TaskView {
  return {
    ...presentTaskRow(found),
    notes: found.task.notes,
    acceptance: found.task.acceptance,
    parents: [...found.parents],
    checklist: found.items.map(presentItem),
    createdAt: moment(found.task.created_at),
    deletedAt: optionalMoment(found.task.deleted_at),
  };
}

export function presentItem(item: ChecklistItemRecord): ChecklistItem {
  return {
    id: item.id,
    version: item.version,
    name: item.name,
    position: item.position,
    isDone: item.is_done,
  };
}

type PlainTask = Omit<ListedTask, 'sort_value'>;

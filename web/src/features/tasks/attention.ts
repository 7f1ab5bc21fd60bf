import type { TaskRow } from '@evenkeel/contract/tasks';
import type { CalendarDate } from '@evenkeel/core/calendar-date';

/** Why a task is not complete, or not ready to be (PM-21). */
export const attentions = [
  'overdue',
  'waits',
  'too-early',
  'nobody',
  'no-date',
  'no-estimate',
  'over-estimate',
] as const;
/** Why a task is not complete, or not ready to be. */
export type Attention = (typeof attentions)[number];

export const attentionLabels: Record<Attention, string> = {
  overdue: 'Overdue',
  waits: 'Waits for another task',
  'too-early': 'Starts before it may',
  nobody: 'Nobody is on it',
  'no-date': 'No due day',
  'no-estimate': 'No estimate',
  'over-estimate': 'Over its estimate',
};

/** What an open task lacks or is late with; nothing of one that is done. */
export function attentionsOf(task: TaskRow, today: CalendarDate): Attention[] {
  if (task.state === 'done') return [];
  const isWork = !task.isMilestone && task.subTasks === null;
  const { estimateMinutes, loggedMinutes } = task;
  const checks: Record<Attention, boolean> = {
    overdue: task.dueOn !== null && task.dueOn < today,
    waits: task.waitsFor.length > 0,
    'too-early': task.startsTooEarly,
    nobody: isWork && task.assignees.length === 0,
    'no-date': task.dueOn === null,
    'no-estimate': isWork && estimateMinutes === null,
    'over-estimate': isWork && estimateMinutes !== null && loggedMinutes > estimateMinutes,
  };
  return attentions.filter((attention) => checks[attention]);
}

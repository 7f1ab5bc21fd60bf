import { dayNumber } from '@evenkeel/core/calendar-date';
import type { PlanTask, TaskConstraint } from '@evenkeel/core/projects/schedule-plan';
import { constraintLabels } from '../../lib/constraint-labels.ts';
import { formatDate } from '../../ui/format/date.ts';
import { dayMinutes } from '../../ui/gantt/gantt-scale.ts';
import type { GanttConstraint } from '../../ui/gantt/gantt-task.ts';
import { workingHours } from './model.ts';

const bounds: Partial<Record<TaskConstraint, Pick<GanttConstraint, 'side' | 'kind'>>> = {
  'start-no-earlier-than': { side: 'start', kind: 'earliest' },
  'start-no-later-than': { side: 'start', kind: 'latest' },
  'must-start-on': { side: 'start', kind: 'fixed' },
  'finish-no-earlier-than': { side: 'finish', kind: 'earliest' },
  'finish-no-later-than': { side: 'finish', kind: 'latest' },
  'must-finish-on': { side: 'finish', kind: 'fixed' },
};

/** The bound on a task's dates as the chart marks it; null: none that names a day, or nobody keeps it. */
export function constraintOf(task: PlanTask): GanttConstraint | null {
  const { constraintType, constraintOn, constraintMinute, scheduling } = task;
  const bound = bounds[constraintType];
  if (!bound || constraintOn === null || scheduling === 'manual') return null;
  const usual = bound.side === 'start' ? workingHours.from : workingHours.to;
  return {
    ...bound,
    at: dayNumber(constraintOn) * dayMinutes + (constraintMinute ?? usual),
    text: `${constraintLabels[constraintType]} ${formatDate(constraintOn)}`,
  };
}

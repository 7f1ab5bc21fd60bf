import { dayText, scenarioText, slipText } from './gantt-columns.ts';
import type { GanttSpan, GanttTask } from './gantt-task.ts';
import { isMissed } from './paint-gantt.ts';

type TipLine = { readonly text: string; readonly isBad?: boolean };

/** What is known of a task beside its days, the most pressing first. */
export function tipLines(task: GanttTask, span: GanttSpan): TipLine[] {
  const { progress, deadline, slackUntil, parts = [], baseline, scenario, constraint } = task;
  const isOpen = progress < 1;
  const isBroken = isMissed(task, span);
  const lines: (TipLine | false)[] = [
    task.isLate && { text: 'Late', isBad: true },
    progress > 0 && { text: isOpen ? `${Math.round(progress * 100)} % done` : 'Done' },
    isOpen && task.isCritical && { text: 'Critical: if it slips, the plan ends later' },
    isOpen && slackUntil !== null && { text: `May slip until ${dayText(slackUntil)}` },
    deadline !== null && {
      text: `Deadline ${dayText(deadline)}${isBroken ? ', missed' : ''}`,
      isBad: isBroken,
    },
    isOpen && constraint !== undefined && { text: constraint.text },
    isOpen && task.note !== undefined && { text: task.note },
    parts.length > 1 && { text: `In ${parts.length} parts` },
    baseline !== null && {
      text: ['Baseline ends', dayText(baseline.finish), slipText(task, span)].join(' ').trim(),
    },
    scenario !== null && {
      text: `In the scenario it ends ${dayText(scenario.finish)}, ${scenarioText(task)}`,
    },
    task.resources.length > 0 && { text: task.resources.join(', ') },
  ];
  return lines.filter((line) => line !== false);
}

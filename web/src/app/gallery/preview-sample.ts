import type { ScheduleProject, ScheduleTask } from '@evenkeel/core/schedule/model';
import { schedule } from '@evenkeel/core/schedule/schedule';
import { dayMinutes } from '../../ui/gantt/gantt-scale.ts';
import {
  type GanttConsequences,
  type GanttEdit,
  type GanttSpan,
  noConsequences,
} from '../../ui/gantt/gantt-task.ts';
import type { SamplePlan } from './sample-plan.ts';

/** What an edit of the sample would lead to, by the engine. */
export function previewOf({ project, tasks }: SamplePlan): (edit: GanttEdit) => GanttConsequences {
  return (edit) => {
    if (edit.kind !== 'move' && edit.kind !== 'stretch') return noConsequences;
    const edited = edit;
    const changed: ScheduleProject = {
      ...project,
      tasks: project.tasks.map((task) => (task.id === edited.id ? editedTask(task, edited) : task)),
    };
    const moved = new Map<string, GanttSpan>();
    for (const [index, { id, start, finish }] of schedule(changed).tasks.entries()) {
      const before = tasks[index]?.span;
      if (start !== before?.start || finish !== before.finish) moved.set(id, { start, finish });
    }
    return { moved, refusal: null };
  };
}

function editedTask(
  task: ScheduleTask,
  { kind, span }: Extract<GanttEdit, { kind: 'move' | 'stretch' }>,
): ScheduleTask {
  const constraint = { type: 'startNoEarlierThan', date: span.start } as const;
  if (kind === 'move') return { ...task, constraint };
  const minutes = Math.max(480, Math.round((span.finish - span.start) / dayMinutes) * 480);
  return { ...task, constraint, duration: { minutes, unit: 'working' } };
}

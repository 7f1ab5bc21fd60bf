import { calculate } from '@evenkeel/core/schedule/calculate';
import type { ScheduleTask } from '@evenkeel/core/schedule/model';
import { compile } from '@evenkeel/core/schedule/network';
import { reschedule } from '@evenkeel/core/schedule/reschedule';
import { dayMinutes } from '../../ui/gantt/gantt-scale.ts';
import {
  type GanttConsequences,
  type GanttEdit,
  type GanttSpan,
  noConsequences,
} from '../../ui/gantt/gantt-task.ts';
import type { SamplePlan } from './sample-plan.ts';

/** The sample kept scheduled: what an edit would lead to, and the plan after it. */
export type SampleSchedule = {
  readonly preview: (edit: GanttEdit) => GanttConsequences;
  readonly keep: (edit: GanttEdit) => void;
};

/** The engine on the sample, as the browser runs it: only what an edit can change is computed again. */
export function sampleSchedule({ project }: SamplePlan): SampleSchedule {
  let base = calculate(compile(project));
  const look = (edit: GanttEdit) => {
    if (edit.kind !== 'move' && edit.kind !== 'stretch') return null;
    const place = base.network.places.get(edit.id) ?? -1;
    const task = base.network.project.tasks[place];
    return task ? reschedule(base, { tasks: [editedTask(task, edit)] }) : null;
  };
  return {
    preview: (edit) => {
      const next = look(edit);
      if (!next) return noConsequences;
      const { standing, network } = next.calculated;
      const moved = new Map<string, GanttSpan>();
      for (const place of next.changed) {
        const [start = 0, finish = 0] = [standing.start[place], standing.finish[place]];
        const isSame =
          start === base.standing.start[place] && finish === base.standing.finish[place];
        const task = network.project.tasks[place];
        if (!isSame && task) moved.set(task.id, { start, finish });
      }
      return { moved, refusal: null };
    },
    keep: (edit) => {
      base = look(edit)?.calculated ?? base;
    },
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

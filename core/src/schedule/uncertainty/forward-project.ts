import type { Constraint, ScheduledTask, ScheduleProject, ScheduleTask } from '../model.ts';
import { schedule } from '../schedule.ts';

/**
 * The same plan counted from its start. Tasks that stand as late as possible (all of them, in a plan
 * counted back from its finish) begin no earlier than planned: whoever put them there has given the
 * slack away. Other plans come back as they are.
 */
export function forwardProject(project: ScheduleProject): ScheduleProject {
  const isBackward = project.finish !== undefined;
  const isLate = (task: ScheduleTask) => isBackward || task.constraint?.type === 'asLateAsPossible';
  if (!project.tasks.some(isLate)) return project;
  const planned = schedule(project);
  const { finish: _, ...rest } = project;
  return {
    ...rest,
    start: isBackward ? planned.start : project.start,
    tasks: project.tasks.map((task, place) => {
      const dates = planned.tasks[place];
      return dates && isLate(task) ? { ...task, constraint: noEarlier(task, dates) } : task;
    }),
  };
}

function noEarlier(task: ScheduleTask, { start }: ScheduledTask): Constraint {
  const { constraint } = task;
  const isFixed = constraint?.type === 'mustStartOn' || constraint?.type === 'mustFinishOn';
  return isFixed ? constraint : { type: 'startNoEarlierThan', date: start };
}

import { groupedBy } from '../grouping.ts';
import { clockBookOf } from '../schedule/clock-book.ts';
import type { ScheduleTask } from '../schedule/model.ts';
import type { WorkClock } from '../schedule/work-clock.ts';
import type { ExportedAssignment, ExportedProject } from './from-schedule.ts';

/** Tasks of an exported project by id, and the hours that their work counts by. */
export type ExportedClocks = {
  readonly task: (id: string) => ScheduleTask | undefined;
  /** Hours of a task's own calendar; undefined for what is no task of the plan. */
  readonly ofTask: (id: string) => WorkClock | undefined;
  /** Hours of everybody on a task, of the task itself where nobody is. */
  readonly ofAll: (id: string) => readonly WorkClock[];
  /** Hours of somebody on a task. */
  readonly ofAssignment: (own: ExportedAssignment) => WorkClock | undefined;
};

/** Looks up the hours of an exported project's tasks; each calendar is made once. */
export function exportedClocks({ problem, people, assignments }: ExportedProject): ExportedClocks {
  const book = clockBookOf(problem, []);
  const tasks = new Map(problem.tasks.map((task) => [task.id, task]));
  const calendars = new Map(people.map(({ id, calendarId }) => [id, calendarId]));
  const ofTask = (id: string) => {
    const task = tasks.get(id);
    return task && book.ofTask(task);
  };
  const ofAssignment = ({ taskId, personId }: ExportedAssignment) => {
    const task = tasks.get(taskId);
    const calendarId = calendars.get(personId) ?? null;
    if (!task || calendarId === null) return ofTask(taskId);
    return book.ofAssignment(task, { id: personId, kind: 'work', calendarId });
  };
  const onTask = groupedBy(assignments, ({ taskId }) => taskId);
  return {
    task: (id) => tasks.get(id),
    ofTask,
    ofAll: (id) => {
      const all = onTask.get(id)?.map(ofAssignment) ?? [ofTask(id)];
      return all.filter((clock) => clock !== undefined);
    },
    ofAssignment,
  };
}

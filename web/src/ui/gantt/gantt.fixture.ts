import type { GanttTask } from './gantt-task.ts';

/** Minutes of 09:00, or another hour, on a day by its number. */
export const at = (day: number, hour = 9): number => day * 1440 + hour * 60;

/** A line of a chart for tests: a task of some days. */
export function line(id: string, fields: Partial<GanttTask> = {}): GanttTask {
  return {
    id,
    parentId: null,
    name: id,
    span: { start: at(20_000), finish: at(20_004, 17) },
    kind: 'task',
    progress: 0,
    isCritical: false,
    isLate: false,
    slackUntil: null,
    deadline: null,
    durationMinutes: null,
    baseline: null,
    scenario: null,
    resources: [],
    tone: 'client',
    points: [],
    isMovable: true,
    ...fields,
  };
}

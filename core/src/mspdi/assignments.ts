import { clockBookOf } from '../schedule/clock-book';
import type {
  ScheduleAssignment,
  ScheduleProject,
  ScheduleResource,
  ScheduleTask,
} from '../schedule/model';
import { workBetween } from '../schedule/work-clock';
import { dateField, durationField, flagField, numberField, textField } from './fields';
import type { MspdiRecord } from './model';

/** `WorkContour` of work spread by hand, with pauses or uneven days. */
const byHand = 8;

/** The `ResourceUID` of work that nobody is assigned to, in two generations of files. */
const nobody = new Set(['-65535', '-1', '65535']);

/** A resource of the file. */
export function resourceOf(row: MspdiRecord): ScheduleResource[] {
  const id = textField(row, 'UID');
  if (id === undefined) return [];
  const name = textField(row, 'Name');
  const calendarId = textField(row, 'CalendarUID');
  const type = numberField(row, 'Type');
  const isCost = type === 2 || flagField(row, 'IsCostResource') === true;
  return [
    {
      id,
      ...(name === undefined ? {} : { name }),
      kind: isCost ? 'cost' : type === 0 ? 'material' : 'work',
      ...(calendarId === undefined || calendarId === '-1' ? {} : { calendarId }),
    },
  ];
}

/** An assignment of the file. */
export function assignmentOf(row: MspdiRecord): ScheduleAssignment[] {
  const taskId = textField(row, 'TaskUID');
  const resourceId = textField(row, 'ResourceUID');
  if (taskId === undefined || resourceId === undefined) return [];
  const work = durationField(row, 'Work');
  return [
    {
      taskId,
      resourceId,
      units: numberField(row, 'Units') ?? 1,
      ...(work === undefined ? {} : { workMinutes: work }),
      ...optionalMinutes('delayMinutes', numberField(row, 'Delay')),
      ...optionalMinutes('levellingDelayMinutes', numberField(row, 'LevelingDelay')),
    },
  ];
}

function optionalMinutes(name: string, tenths: number | undefined): Record<string, number> {
  return tenths === undefined || tenths === 0 ? {} : { [name]: tenths / 10 };
}

/**
 * Work spread by hand takes the working time between its begin and its end: the only record, beside
 * the time-phased values that not every exporter writes, of what a person drew. It is a length; where
 * it lies is calculated.
 */
export function withUnevenWork(
  project: ScheduleProject,
  rows: readonly MspdiRecord[],
): ScheduleProject {
  const uneven = rows.filter((row) => numberField(row, 'WorkContour') === byHand);
  if (uneven.length === 0) return project;
  const book = clockBookOf(project, []);
  const tasks = new Map(project.tasks.map((task) => [task.id, task]));
  const resources = new Map((project.resources ?? []).map((resource) => [resource.id, resource]));
  const spans = new Map<string, number>();
  for (const row of uneven) {
    const task = tasks.get(textField(row, 'TaskUID') ?? '');
    const resource = resources.get(textField(row, 'ResourceUID') ?? '');
    const start = dateField(row, 'Start');
    const finish = dateField(row, 'Finish');
    if (!task || start === undefined || finish === undefined) continue;
    const clock = resource ? book.ofAssignment(task, resource) : book.ofTask(task);
    spans.set(keyOf(row), workBetween(clock, start, finish));
  }
  return {
    ...project,
    tasks: project.tasks.map((task) => pausedTask(task, spans)),
    assignments: (project.assignments ?? []).map((assignment) => {
      const span = spans.get(`${assignment.taskId} ${assignment.resourceId}`);
      return span === undefined ? assignment : { ...assignment, spanMinutes: span };
    }),
  };
}

function keyOf(row: MspdiRecord): string {
  const resource = textField(row, 'ResourceUID') ?? '';
  return `${textField(row, 'TaskUID') ?? ''} ${nobody.has(resource) ? 'nobody' : resource}`;
}

/** A split task that nobody is assigned to. */
function pausedTask(task: ScheduleTask, spans: ReadonlyMap<string, number>): ScheduleTask {
  const span = spans.get(`${task.id} nobody`);
  const gap = span === undefined ? 0 : span - task.duration.minutes;
  if (gap <= 0) return task;
  return { ...task, splits: [{ afterMinutes: task.duration.minutes / 2, gapMinutes: gap }] };
}

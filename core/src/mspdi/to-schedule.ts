import type {
  Constraint,
  Lag,
  LinkType,
  Minute,
  Progress,
  ScheduleAssignment,
  ScheduleLink,
  ScheduleProject,
  ScheduleResource,
  ScheduleTask,
} from '../schedule/model';
import { calendarsOf } from './calendars';
import {
  dateField,
  durationField,
  flagField,
  isElapsedFormat,
  isPercentFormat,
  numberField,
  textField,
} from './fields';
import { childrenNamed, type MspdiProject, type MspdiRecord, recordOf } from './model';

/**
 * The engine's input from a file: what people put in (constraints, links, durations, work, actuals,
 * dates of manual tasks), none of the dates that Microsoft Project calculated.
 */
export function toScheduleProject(mspdi: MspdiProject): ScheduleProject {
  const record = { element: mspdi.root, fields: mspdi.fields };
  const rows = mspdi.tasks.filter((task) => flagField(task, 'IsNull') !== true);
  const isFromStart = flagField(record, 'ScheduleFromStart') !== false;
  const start = dateField(record, 'StartDate') ?? firstDate(rows, 'Start');
  const finish = dateField(record, 'FinishDate') ?? firstDate(rows, 'Finish');
  const calendars = calendarsOf(mspdi.calendars);
  const statusDate = dateField(record, 'StatusDate');
  return {
    start,
    ...(isFromStart ? {} : { finish }),
    calendars,
    defaultCalendarId: textField(record, 'CalendarUID') ?? calendars[0]?.id ?? '',
    tasks: tasksOf(rows, isFromStart),
    links: rows.flatMap(linksOf),
    resources: mspdi.resources.flatMap(resourceOf),
    assignments: mspdi.assignments.flatMap(assignmentOf),
    ...(statusDate === undefined ? {} : { statusDate }),
    options: {
      minutesPerDay: numberField(record, 'MinutesPerDay') ?? 480,
      criticalSlackMinutes:
        (numberField(record, 'CriticalSlackLimit') ?? 0) *
        (numberField(record, 'MinutesPerDay') ?? 480),
      multipleCriticalPaths: flagField(record, 'MultipleCriticalPaths') ?? false,
      splitsInProgress: flagField(record, 'SplitsInProgressTasks') ?? true,
    },
  };
}

function firstDate(rows: readonly MspdiRecord[], name: string): Minute {
  const dates = rows.flatMap((row) => dateField(row, name) ?? []);
  return dates.length === 0 ? 0 : Math.min(...dates);
}

/** Tasks with their parents, which the file gives by outline level and order. */
function tasksOf(rows: readonly MspdiRecord[], isFromStart: boolean): ScheduleTask[] {
  const above: { level: number; id: string }[] = [];
  return rows.map((row) => {
    const id = textField(row, 'UID') ?? '';
    const level = numberField(row, 'OutlineLevel') ?? 1;
    while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    const parentId = above.at(-1)?.id;
    above.push({ level, id });
    return taskOf(row, id, parentId, isFromStart);
  });
}

function taskOf(
  row: MspdiRecord,
  id: string,
  parentId: string | undefined,
  isFromStart: boolean,
): ScheduleTask {
  const isManual = flagField(row, 'Manual') === true;
  const calendarId = textField(row, 'CalendarUID');
  const hasCalendar = calendarId !== undefined && calendarId !== '-1';
  const deadline = dateField(row, 'Deadline');
  const constraint = constraintOf(row, isFromStart);
  const progress = progressOf(row);
  const delay = numberField(row, 'LevelingDelay') ?? 0;
  return {
    id,
    name: textField(row, 'Name') ?? '',
    ...(parentId === undefined ? {} : { parentId }),
    duration: {
      minutes: durationField(row, 'Duration') ?? 0,
      unit: isElapsedFormat(numberField(row, 'DurationFormat')) ? 'elapsed' : 'working',
    },
    ...(constraint ? { constraint } : {}),
    ...(deadline === undefined ? {} : { deadline }),
    ...(isManual ? { manual: manualDates(row) } : {}),
    isActive: flagField(row, 'Active') !== false,
    ...(hasCalendar ? { calendarId } : {}),
    ignoresResourceCalendars: flagField(row, 'IgnoreResourceCalendar') === true,
    ...(progress ? { progress } : {}),
    ...(delay === 0 ? {} : { levellingDelayMinutes: delay / 10 }),
    priority: numberField(row, 'Priority') ?? 500,
    type: taskTypes[numberField(row, 'Type') ?? 0] ?? 'fixedUnits',
    isEffortDriven: flagField(row, 'EffortDriven') === true,
  };
}

const taskTypes = ['fixedUnits', 'fixedDuration', 'fixedWork'] as const;

/** Dates a person set: `Start` and `Finish` of a manual task are input, as `ManualStart` is. */
function manualDates(row: MspdiRecord): { start?: Minute; finish?: Minute } {
  const start = dateField(row, 'ManualStart') ?? dateField(row, 'Start');
  const finish = dateField(row, 'ManualFinish') ?? dateField(row, 'Finish');
  return {
    ...(start === undefined ? {} : { start }),
    ...(finish === undefined ? {} : { finish }),
  };
}

const constraintByCode = [
  'asSoonAsPossible',
  'asLateAsPossible',
  'mustStartOn',
  'mustFinishOn',
  'startNoEarlierThan',
  'startNoLaterThan',
  'finishNoEarlierThan',
  'finishNoLaterThan',
] as const;

function constraintOf(row: MspdiRecord, isFromStart: boolean): Constraint | undefined {
  const type = constraintByCode[numberField(row, 'ConstraintType') ?? (isFromStart ? 0 : 1)];
  if (type === undefined) return undefined;
  if (type === 'asSoonAsPossible' || type === 'asLateAsPossible') return { type };
  const date = dateField(row, 'ConstraintDate');
  return date === undefined ? undefined : { type, date };
}

function progressOf(row: MspdiRecord): Progress | undefined {
  const progress = {
    actualStart: dateField(row, 'ActualStart'),
    actualFinish: dateField(row, 'ActualFinish'),
    percentComplete: numberField(row, 'PercentComplete'),
    actualMinutes: durationField(row, 'ActualDuration'),
    stop: dateField(row, 'Stop'),
    resume: dateField(row, 'Resume'),
  };
  if (progress.actualStart === undefined && progress.actualFinish === undefined) return undefined;
  return Object.fromEntries(Object.entries(progress).filter(([, value]) => value !== undefined));
}

const linkTypeByCode: readonly LinkType[] = [
  'finishToFinish',
  'finishToStart',
  'startToFinish',
  'startToStart',
];

function linksOf(row: MspdiRecord): ScheduleLink[] {
  const successorId = textField(row, 'UID') ?? '';
  return childrenNamed(row.element, 'PredecessorLink').flatMap((element) => {
    const link = recordOf(element);
    const predecessorId = textField(link, 'PredecessorUID');
    if (predecessorId === undefined) return [];
    const type = linkTypeByCode[numberField(link, 'Type') ?? 1] ?? 'finishToStart';
    return [{ predecessorId, successorId, type, lag: lagOf(link) }];
  });
}

/** `LinkLag` in tenths of a minute, or per cent. */
function lagOf(link: MspdiRecord): Lag {
  const amount = numberField(link, 'LinkLag') ?? 0;
  const format = numberField(link, 'LagFormat');
  const isElapsed = isElapsedFormat(format);
  if (isPercentFormat(format))
    return { percent: amount, unit: isElapsed ? 'elapsedPercent' : 'percent' };
  return { minutes: amount / 10, unit: isElapsed ? 'elapsed' : 'working' };
}

function resourceOf(row: MspdiRecord): ScheduleResource[] {
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

function assignmentOf(row: MspdiRecord): ScheduleAssignment[] {
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

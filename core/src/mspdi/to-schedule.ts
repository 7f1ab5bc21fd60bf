import type {
  Constraint,
  Lag,
  LinkType,
  Minute,
  Progress,
  ScheduleLink,
  ScheduleProject,
  ScheduleTask,
} from '../schedule/model.ts';
import { assignmentOf, resourceOf } from './assignments.ts';
import { standInForNone } from './blank-date.ts';
import { calendarsOf } from './calendars.ts';
import { heldFromAbroad, type KnownTasks, knownTasks } from './external-links.ts';
import {
  type DayLengths,
  dateField,
  dayLengthsOf,
  delayMinutes,
  durationField,
  flagField,
  isElapsedFormat,
  isPercentFormat,
  numberField,
  textField,
} from './fields.ts';
import { childrenNamed, type MspdiProject, type MspdiRecord, recordOf } from './model.ts';
import { withUnevenWork } from './uneven-work.ts';

/** How a file becomes the engine's input. */
export type ToScheduleOptions = {
  /**
   * Tasks that wait for a task of another project begin no earlier than the file has them: the other
   * project's date is nowhere else in it. True; false forgets these dates as well.
   */
  readonly keepsDatesFromAbroad: boolean;
};

/**
 * The engine's input from a file: what people put in (constraints, links, durations, work, actuals,
 * dates of manual tasks and of other projects), none of the dates that Microsoft Project calculated.
 */
export function toScheduleProject(
  mspdi: MspdiProject,
  options: ToScheduleOptions = { keepsDatesFromAbroad: true },
): ScheduleProject {
  const record = { element: mspdi.root, fields: mspdi.fields };
  const rows = mspdi.tasks.filter((task) => flagField(task, 'IsNull') !== true);
  const isFromStart = flagField(record, 'ScheduleFromStart') !== false;
  const start = dateField(record, 'StartDate') ?? firstDate(rows, 'Start');
  const finish = dateField(record, 'FinishDate') ?? firstDate(rows, 'Finish');
  const calendars = calendarsOf(mspdi.calendars, textField(record, 'CalendarUID'));
  const blank = standInForNone(rows);
  const statusDate = dateField(record, 'StatusDate');
  const lengths = dayLengthsOf(record);
  const abroad = options.keepsDatesFromAbroad ? knownTasks(mspdi) : null;
  const project: ScheduleProject = {
    start,
    ...(isFromStart ? {} : { finish }),
    calendars,
    defaultCalendarId: textField(record, 'CalendarUID') ?? calendars[0]?.id ?? '',
    tasks: tasksOf(rows, { isFromStart, start, blank, lengths, abroad }),
    links: rows.flatMap(linksOf),
    resources: mspdi.resources.flatMap(resourceOf),
    assignments: mspdi.assignments.flatMap((row) => assignmentOf(row, { lengths, blank })),
    ...(statusDate === undefined ? {} : { statusDate }),
    options: {
      minutesPerDay: lengths.day,
      constraintsWinOverLinks: flagField(record, 'HonorConstraints') ?? true,
      criticalSlackMinutes: (numberField(record, 'CriticalSlackLimit') ?? 0) * lengths.day,
      multipleCriticalPaths: flagField(record, 'MultipleCriticalPaths') ?? false,
      // What a link has moved of work under way stands in the file as `Resume`.
      splitsInProgress: false,
      remainingAfterStatusDate: false,
    },
  };
  return withUnevenWork(project, mspdi.assignments);
}

function firstDate(rows: readonly MspdiRecord[], name: string): Minute {
  const dates = rows.flatMap((row) => dateField(row, name) ?? []);
  return dates.length === 0 ? 0 : dates.reduce((first, date) => Math.min(first, date));
}

/** Tasks with their parents, which the file gives by outline level and order. */
function tasksOf(rows: readonly MspdiRecord[], setting: TaskSetting): ScheduleTask[] {
  const hasTasks = rows.some((row) => textField(row, 'UID') !== '0');
  const above: { level: number; id: string }[] = [];
  const levels = rows.map((row) => numberField(row, 'OutlineLevel') ?? 1);
  return rows.map((row, place) => {
    const id = textField(row, 'UID') ?? '';
    const level = levels[place] ?? 1;
    while ((above.at(-1)?.level ?? -1) >= level) above.pop();
    const parentId = above.at(-1)?.id;
    above.push({ level, id });
    const isSummary = (levels[place + 1] ?? level) > level;
    // Ghosts of tasks of other projects count in no summary.
    const isApart = parentId === undefined || flagField(row, 'ExternalTask') === true;
    const task = { ...taskOf(row, setting, isSummary), id, ...(isApart ? {} : { parentId }) };
    // The summary of a project without tasks stands at its start, in working time or not.
    if (id !== '0' || hasTasks) return task;
    return { ...task, manual: { start: setting.start, finish: setting.start } };
  });
}

type TaskSetting = {
  readonly isFromStart: boolean;
  readonly start: Minute;
  /** The date that stands for none. */
  readonly blank: Minute | undefined;
  readonly lengths: DayLengths;
  /** The file's tasks, where dates from other projects are kept. */
  readonly abroad: KnownTasks | null;
};

function taskOf(
  row: MspdiRecord,
  setting: TaskSetting,
  isSummary: boolean,
): Omit<ScheduleTask, 'id'> {
  const { blank, lengths } = setting;
  const isElsewhere = isFromElsewhere(row) && !isSummary;
  const isManual = flagField(row, 'Manual') === true || isElsewhere;
  const calendarId = textField(row, 'CalendarUID');
  const hasCalendar = calendarId !== undefined && calendarId !== '-1';
  const deadline = knownDate(row, 'Deadline', blank);
  const constraint = askedFromAbroad(row, setting) ?? constraintOf(row, setting.isFromStart);
  const progress = progressOf(row, blank);
  const delay = delayMinutes(row, lengths);
  return {
    name: textField(row, 'Name') ?? '',
    duration: {
      minutes: durationOf(row),
      unit: isElapsedFormat(numberField(row, 'DurationFormat')) ? 'elapsed' : 'working',
    },
    ...(constraint ? { constraint } : {}),
    ...(deadline === undefined ? {} : { deadline }),
    ...(isManual ? { manual: manualDates(row) } : {}),
    isActive: flagField(row, 'Active') !== false,
    ...(hasCalendar ? { calendarId } : {}),
    ignoresResourceCalendars: flagField(row, 'IgnoreResourceCalendar') === true,
    ...(progress ? { progress } : {}),
    ...(delay === 0 ? {} : { levellingDelayMinutes: delay }),
    priority: numberField(row, 'Priority') ?? 500,
    type: taskTypes[numberField(row, 'Type') ?? 0] ?? 'fixedUnits',
    isEffortDriven: flagField(row, 'EffortDriven') === true,
  };
}

function askedFromAbroad(
  row: MspdiRecord,
  { abroad, isFromStart }: TaskSetting,
): Constraint | null {
  return abroad && isFromStart ? heldFromAbroad(row, abroad) : null;
}

/** `Duration`, or what else of the row says how long the task is. */
function durationOf(row: MspdiRecord): number {
  const [done, rest] = [
    durationField(row, 'ActualDuration'),
    durationField(row, 'RemainingDuration'),
  ];
  const parts = rest === undefined ? undefined : (done ?? 0) + rest;
  return durationField(row, 'Duration') ?? durationField(row, 'ManualDuration') ?? parts ?? 0;
}

const taskTypes = ['fixedUnits', 'fixedDuration', 'fixedWork'] as const;

/** Tasks of other projects, whose dates come from there: ghost tasks and inserted projects not opened out. */
function isFromElsewhere(row: MspdiRecord): boolean {
  return flagField(row, 'ExternalTask') === true || flagField(row, 'IsSubproject') === true;
}

function knownDate(row: MspdiRecord, name: string, blank: Minute | undefined): Minute | undefined {
  const date = dateField(row, name);
  return date === blank ? undefined : date;
}

/** Dates a person set: `Start` and `Finish` of a manual task are input, as `ManualStart` is. */
function manualDates(row: MspdiRecord): { start?: Minute; finish?: Minute } {
  const start = dateField(row, 'Start') ?? dateField(row, 'ManualStart');
  const finish = dateField(row, 'Finish') ?? dateField(row, 'ManualFinish');
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

function progressOf(row: MspdiRecord, blank: Minute | undefined): Progress | undefined {
  const progress = {
    actualStart: knownDate(row, 'ActualStart', blank),
    actualFinish: knownDate(row, 'ActualFinish', blank),
    percentComplete: numberField(row, 'PercentComplete'),
    actualMinutes: durationField(row, 'ActualDuration'),
    stop: knownDate(row, 'Stop', blank),
    resume: knownDate(row, 'Resume', blank),
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

import type {
  Constraint,
  Lag,
  ScheduledTask,
  ScheduleLink,
  ScheduleProject,
  ScheduleTask,
} from '../schedule/model.ts';
import { fieldValues } from './custom-fields.ts';
import { branch, dateText, durationText, fieldElements } from './element.ts';
import type { ExportedClocks } from './exported-clocks.ts';
import { doneFields, doneOf } from './exported-work.ts';
import type { ExportedBaseline, ExportedProject, ExportedRow } from './from-schedule.ts';
import type { MspdiElement } from './model.ts';

/** Numbers in the file by the engine's ids, and the hours of its tasks. */
export type FileNumbers = {
  readonly taskUids: ReadonlyMap<string, number>;
  readonly calendarUids: ReadonlyMap<string, number>;
  readonly clocks: ExportedClocks;
};

type Context = FileNumbers & {
  readonly project: ExportedProject;
  readonly tasks: ReadonlyMap<string, ScheduleTask>;
  readonly linksTo: ReadonlyMap<string, readonly ScheduleLink[]>;
};

function lookups({ problem }: ExportedProject): Pick<Context, 'tasks' | 'linksTo'> {
  const linksTo = new Map<string, ScheduleLink[]>();
  for (const link of problem.links) {
    const own = linksTo.get(link.successorId);
    if (own) own.push(link);
    else linksTo.set(link.successorId, [link]);
  }
  return { tasks: new Map(problem.tasks.map((task) => [task.id, task])), linksTo };
}

/** The rows of the outline as tasks, each with its links and its places in kept plans. */
export function taskElements(project: ExportedProject, numbers: FileNumbers): MspdiElement[] {
  const context = { project, ...numbers, ...lookups(project) };
  const { rows } = context.project;
  const counters: number[] = [];
  return rows.map((row, at) => {
    counters.length = row.level;
    counters[row.level - 1] = (counters[row.level - 1] ?? 0) + 1;
    const outline = Array.from(counters, (count) => count ?? 1).join('.');
    const isSummary = (rows[at + 1]?.level ?? 0) > row.level;
    return branch('Task', [
      ...taskFields(context, { row, at, outline, isSummary }),
      ...(context.linksTo.get(row.id) ?? []).flatMap((link) => linkElement(link, context.taskUids)),
      ...fieldValues(context.project.fields, row.id),
      ...baselineElements(context.project.baselines, row.id),
    ]);
  });
}

type Place = {
  readonly row: ExportedRow;
  readonly at: number;
  readonly outline: string;
  readonly isSummary: boolean;
};

function taskFields(context: Context, { row, at, outline, isSummary }: Place): MspdiElement[] {
  const { problem, scheduled } = context.project;
  const task = context.tasks.get(row.id);
  const dates = scheduled.get(row.id) ?? datesBelow(context, at) ?? undated(problem, row);
  const calendar = task?.calendarId === undefined ? -1 : context.calendarUids.get(task.calendarId);
  return fieldElements({
    UID: at + 1,
    ID: at + 1,
    Name: row.name,
    Active: true,
    Manual: task?.manual !== undefined && !isSummary,
    Type: task?.type === 'fixedUnits' ? 0 : 1,
    IsNull: false,
    WBS: outline,
    OutlineNumber: outline,
    OutlineLevel: row.level,
    Priority: task?.priority ?? 500,
    Start: dateText(dates.start),
    Finish: dateText(dates.finish),
    Duration: durationText(dates.durationMinutes),
    ...manualFields(task, isSummary),
    // Days; with a question mark where nobody has said how long.
    DurationFormat: task || isSummary ? 7 : 39,
    Work: durationText(row.workMinutes ?? 0),
    EffortDriven: false,
    Estimated: !(task || isSummary),
    Milestone: row.isMilestone,
    Summary: isSummary,
    ...computedFields(scheduled.get(row.id)),
    ...(isSummary ? {} : progressFields(context, { row, dates })),
    ...constraintFields(task?.constraint),
    CalendarUID: calendar ?? -1,
    Deadline: task?.deadline === undefined ? undefined : dateText(task.deadline),
    Notes: row.notes === '' ? undefined : row.notes,
  });
}

type Dates = Pick<ScheduledTask, 'start' | 'finish' | 'durationMinutes'>;

/** A row that only holds others together spans them. */
function datesBelow({ project }: Context, at: number): Dates | null {
  const { rows, scheduled } = project;
  const level = rows[at]?.level ?? 1;
  const end = rows.findIndex((row, index) => index > at && row.level <= level);
  const below = rows
    .slice(at + 1, end === -1 ? rows.length : end)
    .flatMap(({ id }) => scheduled.get(id) ?? []);
  if (below.length === 0) return null;
  const start = Math.min(...below.map((task) => task.start));
  const finish = Math.max(...below.map((task) => task.finish));
  const days = Math.max(1, Math.ceil((finish - start) / 1440));
  return { start, finish, durationMinutes: Math.max(1, days - 2 * Math.floor(days / 7)) * 480 };
}

/** Nobody has said when: at the start of the project, a day long, as Microsoft Project itself does. */
function undated(problem: ScheduleProject, row: ExportedRow): Dates {
  const minutes = row.isMilestone ? 0 : (row.workMinutes ?? 480);
  const { start } = problem;
  // 8 to 17 with an hour's break in each day of eight hours.
  const days = Math.ceil(minutes / 480);
  const span = days <= 1 ? minutes + (minutes > 240 ? 60 : 0) : (days - 1) * 1440 + 540;
  return { start, finish: start + span, durationMinutes: minutes };
}

function manualFields(task: ScheduleTask | undefined, isSummary: boolean) {
  const manual = isSummary ? undefined : task?.manual;
  return {
    ManualStart: manual?.start === undefined ? undefined : dateText(manual.start),
    ManualFinish: manual?.finish === undefined ? undefined : dateText(manual.finish),
  };
}

function computedFields(dates: ScheduledTask | undefined) {
  if (!dates) return {};
  return {
    Critical: dates.isCritical,
    EarlyStart: dateText(dates.earlyStart),
    EarlyFinish: dateText(dates.earlyFinish),
    LateStart: dateText(dates.lateStart),
    LateFinish: dateText(dates.lateFinish),
    FreeSlack: Math.round(dates.freeSlack * 10),
    TotalSlack: Math.round(dates.totalSlack * 10),
  };
}

/** What is done; a task that nobody has begun says only that. */
function progressFields(
  context: Context,
  { row, dates }: { readonly row: ExportedRow; readonly dates: Dates },
) {
  const clock = context.clocks.ofTask(row.id);
  const task = context.tasks.get(row.id);
  const all = context.clocks.ofAll(row.id);
  const done = clock ? doneOf(task, dates, { own: all[0] ?? clock, all }) : null;
  if (!done) return { PercentComplete: 0 };
  return {
    PercentComplete: task?.progress?.percentComplete ?? Math.round(done.share * 100),
    ActualDuration: durationText(done.actualMinutes),
    RemainingDuration: durationText(done.remainingMinutes),
    ...doneFields(done, row.workMinutes ?? 0),
  };
}

const constraintCodes: readonly Constraint['type'][] = [
  'asSoonAsPossible',
  'asLateAsPossible',
  'mustStartOn',
  'mustFinishOn',
  'startNoEarlierThan',
  'startNoLaterThan',
  'finishNoEarlierThan',
  'finishNoLaterThan',
];

function constraintFields(constraint: Constraint | undefined) {
  if (!constraint) return { ConstraintType: 0 };
  return {
    ConstraintType: constraintCodes.indexOf(constraint.type),
    ConstraintDate: 'date' in constraint ? dateText(constraint.date) : undefined,
  };
}

const linkCodes = ['finishToFinish', 'finishToStart', 'startToFinish', 'startToStart'] as const;

function linkElement(link: ScheduleLink, uids: ReadonlyMap<string, number>): MspdiElement[] {
  const predecessor = uids.get(link.predecessorId);
  if (predecessor === undefined) return [];
  return [
    branch(
      'PredecessorLink',
      fieldElements({
        PredecessorUID: predecessor,
        Type: linkCodes.indexOf(link.type),
        CrossProject: false,
        ...lagFields(link.lag),
      }),
    ),
  ];
}

/** Tenths of a minute, or per cent. */
function lagFields(lag: Lag | undefined) {
  if (!lag) return { LinkLag: 0, LagFormat: 7 };
  if ('percent' in lag)
    return { LinkLag: lag.percent, LagFormat: lag.unit === 'elapsedPercent' ? 20 : 19 };
  return { LinkLag: Math.round(lag.minutes * 10), LagFormat: lag.unit === 'elapsed' ? 8 : 7 };
}

function baselineElements(baselines: readonly ExportedBaseline[], id: string): MspdiElement[] {
  return baselines.slice(0, 11).flatMap(({ rows }, number) => {
    const kept = rows.get(id);
    if (!kept) return [];
    return [
      branch(
        'Baseline',
        fieldElements({
          Number: number,
          Start: dateText(kept.start),
          Finish: dateText(kept.finish),
          Duration: durationText(kept.durationMinutes),
          DurationFormat: 7,
          Work: durationText(kept.workMinutes),
        }),
      ),
    ];
  });
}

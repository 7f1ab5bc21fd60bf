import { type ClockBook, clockBookOf } from '../schedule/clock-book.ts';
import type {
  ScheduleAssignment,
  ScheduleProject,
  ScheduleTask,
  Split,
} from '../schedule/model.ts';
import { type WorkClock, workBetween } from '../schedule/work-clock.ts';
import { dateField, durationField, numberField, textField } from './fields.ts';
import { childrenNamed, type MspdiRecord, recordOf } from './model.ts';

/**
 * Work of one assignment per unit of time, on average, by `WorkContour`: flat, back loaded, front
 * loaded, double peak, early peak, late peak, bell, turtle. Source: the ten steps of each contour in
 * Microsoft Project (10, 15, 25, 50, 50, 75, 75, 100, 100, 100 % for back loaded, and so on).
 */
const contourShares = [1, 0.6, 0.6, 0.5, 0.5, 0.5, 0.5, 0.7] as const;

/** `WorkContour` of work spread by hand, with pauses or uneven days. */
const byHand = 8;

/** The `ResourceUID` of work that nobody is assigned to, in two generations of files. */
const nobody = new Set(['-65535', '-1', '65535']);

/** `Type` of time-phased values: work that remains, work done. */
const workTypes = new Set([1, 2]);

/** Shorter gaps, in working minutes, come of rounding: nobody splits a task for them. */
const shortestPause = 30;

type Uneven = {
  /** Working minutes from begin to end of assignments by task and resource. */
  readonly spans: Map<string, number>;
  /** Pauses by task, those of the assignment that rests longest. */
  readonly pauses: Map<string, readonly Split[]>;
  /** Tasks with work spread by hand, whose length holds what was moved of it as well. */
  readonly drawn: Set<string>;
};

/**
 * Lengths of work that is not spread evenly. Work spread by hand takes the working time between its
 * begin and its end, the only record, beside time-phased values that not every exporter writes, of
 * what a person drew; contours stretch work by their average; pauses are read from time-phased
 * values. All are lengths: where they lie is calculated.
 */
export function withUnevenWork(
  project: ScheduleProject,
  rows: readonly MspdiRecord[],
): ScheduleProject {
  const book = clockBookOf(project, []);
  const uneven = unevenOf(project, rows, book);
  if (uneven.spans.size === 0 && uneven.pauses.size === 0) return project;
  return {
    ...project,
    tasks: project.tasks.map((task) => pausedTask(task, uneven)),
    assignments: (project.assignments ?? []).map((assignment) =>
      spannedAssignment(assignment, uneven),
    ),
  };
}

function unevenOf(project: ScheduleProject, rows: readonly MspdiRecord[], book: ClockBook): Uneven {
  const tasks = new Map(project.tasks.map((task) => [task.id, task]));
  const resources = new Map((project.resources ?? []).map((resource) => [resource.id, resource]));
  const uneven: Uneven = { spans: new Map(), pauses: new Map(), drawn: new Set() };
  for (const row of rows) {
    const task = tasks.get(textField(row, 'TaskUID') ?? '');
    const resource = resources.get(textField(row, 'ResourceUID') ?? '');
    if (task?.duration.unit !== 'working' || (resource && resource.kind !== 'work')) continue;
    const clock = resource ? book.ofAssignment(task, resource) : book.ofTask(task);
    // Alone, a contoured assignment is as long as its task, whose duration is the exact figure.
    const isShared = (book.assignments.get(task.id)?.length ?? 0) > 1;
    noteLength(uneven, row, clock, isShared);
  }
  return uneven;
}

function noteLength(uneven: Uneven, row: MspdiRecord, clock: WorkClock, isShared: boolean): void {
  const taskId = textField(row, 'TaskUID') ?? '';
  const found = pausesOf(row, clock);
  const pauses = isOnlyMoved(row, clock, found) ? [] : found;
  const isByHand = numberField(row, 'WorkContour') === byHand;
  // A task without people has even days: its pauses say all, where the file has them.
  if (isByHand && (pauses.length === 0 || !isNobody(row))) {
    note(uneven.spans, row, extentOf(row, clock));
    uneven.drawn.add(taskId);
    return;
  }
  if (isShared) note(uneven.spans, row, contouredLength(row));
  if (restOf(pauses) > restOf(uneven.pauses.get(taskId) ?? [])) uneven.pauses.set(taskId, pauses);
}

/**
 * Pauses of tasks by their work: those that the schedule has, else those of work spread by hand, which the
 * schedule reads as a length. For where a task is kept as its duration and its pauses.
 */
export function pausesByTask(
  project: ScheduleProject,
  rows: readonly MspdiRecord[],
): ReadonlyMap<string, readonly Split[]> {
  const book = clockBookOf(project, []);
  const tasks = new Map(project.tasks.map((task) => [task.id, task]));
  const resources = new Map((project.resources ?? []).map((resource) => [resource.id, resource]));
  const found = new Map(project.tasks.map(({ id, splits }) => [id, splits ?? []]));
  for (const row of rows.filter((own) => numberField(own, 'WorkContour') === byHand)) {
    const task = tasks.get(textField(row, 'TaskUID') ?? '');
    const resource = resources.get(textField(row, 'ResourceUID') ?? '');
    if (task?.duration.unit !== 'working' || task.splits || resource?.kind !== 'work') continue;
    const clock = book.ofAssignment(task, resource);
    const pauses = pausesOf(row, clock);
    const isLongest = restOf(pauses) > restOf(found.get(task.id) ?? []);
    if (isLongest && !isOnlyMoved(row, clock, pauses)) found.set(task.id, pauses);
  }
  return found;
}

/** Whether all that rests is what was moved of work under way: `Stop` and `Resume` say it better. */
function isOnlyMoved(row: MspdiRecord, clock: WorkClock, pauses: readonly Split[]): boolean {
  const [stop, resume] = [dateField(row, 'Stop'), dateField(row, 'Resume')];
  const [pause] = pauses;
  if (pauses.length !== 1 || !pause || stop === undefined || resume === undefined) return false;
  return Math.abs(workBetween(clock, stop, resume) - pause.gapMinutes) < 1;
}

function isNobody(row: MspdiRecord): boolean {
  return nobody.has(textField(row, 'ResourceUID') ?? '');
}

/** Working minutes of pauses together. */
function restOf(pauses: readonly Split[]): number {
  return pauses.reduce((sum, { gapMinutes }) => sum + gapMinutes, 0);
}

function note(spans: Map<string, number>, row: MspdiRecord, span: number | undefined): void {
  if (span !== undefined) spans.set(keyOf(row), span);
}

function extentOf(row: MspdiRecord, clock: WorkClock): number | undefined {
  const [start, finish] = [dateField(row, 'Start'), dateField(row, 'Finish')];
  return start === undefined || finish === undefined
    ? undefined
    : workBetween(clock, start, finish);
}

/** Work / (units × share of the contour); undefined for even work. */
function contouredLength(row: MspdiRecord): number | undefined {
  const work = durationField(row, 'RegularWork') ?? durationField(row, 'Work');
  const share = contourShares[numberField(row, 'WorkContour') ?? 0] ?? 1;
  const units = numberField(row, 'Units') ?? 1;
  return share === 1 || work === undefined || units <= 0 ? undefined : work / (units * share);
}

/** The pauses between the stretches of time in which time-phased work is above nothing. */
function pausesOf(row: MspdiRecord, clock: WorkClock): Split[] {
  const stretches = childrenNamed(row.element, 'TimephasedData')
    .map(recordOf)
    .filter((value) => workTypes.has(numberField(value, 'Type') ?? 0))
    .filter((value) => (durationField(value, 'Value') ?? 0) > 0)
    .flatMap((value) => {
      const [start, finish] = [dateField(value, 'Start'), dateField(value, 'Finish')];
      return start === undefined || finish === undefined ? [] : [{ start, finish }];
    })
    .sort((a, b) => a.start - b.start);
  const [first] = stretches;
  if (!first) return [];
  const pauses: Split[] = [];
  let rested = 0;
  let reached = first.finish;
  for (const { start, finish } of stretches) {
    const gapMinutes = start > reached ? workBetween(clock, reached, start) : 0;
    if (gapMinutes >= shortestPause) {
      const afterMinutes = workBetween(clock, first.start, reached) - rested;
      pauses.push({ afterMinutes, gapMinutes });
      rested += gapMinutes;
    }
    reached = Math.max(reached, finish);
  }
  return pauses;
}

function keyOf(row: MspdiRecord): string {
  const resource = isNobody(row) ? 'nobody' : (textField(row, 'ResourceUID') ?? '');
  return `${textField(row, 'TaskUID') ?? ''} ${resource}`;
}

/**
 * A task with its pauses; they hold what was moved of work under way as well. Where a pause lies that
 * only a length tells of, is not known: it is put where the task stopped, else in its middle.
 */
function pausedTask(task: ScheduleTask, { spans, pauses, drawn: byHand }: Uneven): ScheduleTask {
  const own = spans.get(`${task.id} nobody`);
  const { minutes } = task.duration;
  const drawn = own === undefined ? 0 : Math.max(0, own - minutes);
  const found = pauses.get(task.id) ?? [];
  const rest = Math.max(drawn, restOf(found));
  if (rest === 0) return byHand.has(task.id) ? notMoved(task) : task;
  const afterMinutes = task.progress?.actualMinutes || minutes / 2;
  const splits = drawn > restOf(found) ? [{ afterMinutes, gapMinutes: drawn }] : found;
  return { ...notMoved(task), splits };
}

/** A task whose rest goes on where it stopped: that it was moved is in its length already. */
function notMoved(task: ScheduleTask): ScheduleTask {
  const { stop } = task.progress ?? {};
  if (!task.progress || stop === undefined) return task;
  return { ...task, progress: { ...task.progress, resume: stop } };
}

function spannedAssignment(assignment: ScheduleAssignment, { spans }: Uneven): ScheduleAssignment {
  const span = spans.get(`${assignment.taskId} ${assignment.resourceId}`);
  return span === undefined ? assignment : { ...assignment, spanMinutes: span };
}

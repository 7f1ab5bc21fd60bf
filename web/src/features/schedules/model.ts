import type { MovesView, PreviewedMove } from '@evenkeel/contract/schedule-edits';
import type { ScheduleProblem, ScheduleView } from '@evenkeel/contract/schedules';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { type CalendarDate, later } from '@evenkeel/core/calendar-date';
import type { TaskType } from '@evenkeel/core/projects/schedule-plan';
import { formatDate, formatDayMonth } from '../../ui/format/date.ts';
import { formatCount } from '../../ui/format/number.ts';

/** Working minutes of a day, as people count durations. */
export const dayMinutes = 480;

export const taskTypeLabels: Readonly<Record<TaskType, string>> = {
  'fixed-duration': 'Its duration',
  'fixed-work': 'Its work',
  'fixed-units': 'Shares of time',
};

/** Times of a day to choose from, the given one among them. */
export function minuteChoices(known: number | null): { value: string; label: string }[] {
  const halves = Array.from({ length: 48 }, (_, half) => half * 30);
  const all = known === null || halves.includes(known) ? halves : [...halves, known];
  return all
    .toSorted((a, b) => a - b)
    .map((minute) => ({ value: String(minute), label: clockText(minute) }));
}

function clockText(minute: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Working time in days, or in hours below one. */
export function workingTime(minutes: number): string {
  if (minutes < dayMinutes) {
    return formatCount(Math.round(minutes / 6) / 10, { one: 'hour', many: 'hours' });
  }
  const days = Math.round((minutes / dayMinutes) * 10) / 10;
  return formatCount(days, { one: 'working day', many: 'working days' });
}

/** “3 later tasks move, the last to 12 May”. */
export function movesSentence(moves: readonly PreviewedMove[]): string {
  const ends = moves.flatMap(({ after }) => after?.dueOn ?? after?.startOn ?? []);
  const count = formatCount(moves.length, { one: 'other task moves', many: 'other tasks move' });
  if (ends.length === 0) return count;
  const last = formatDayMonth(ends.reduce(later));
  return moves.length === 1 ? `${count}, to ${last}` : `${count}, the last to ${last}`;
}

/** Why a task moves, in a few words. */
export function reasonWords({ reason, because }: PreviewedMove): string {
  switch (reason) {
    case 'edited':
      return 'changed';
    case 'predecessor':
      return because ? `waits for “${because.name}”` : 'waits for another';
    case 'parts':
      return 'ends with its parts';
    case 'people':
      return 'hours of its people';
    case 'project':
      return 'start or calendar of the project';
  }
}

/** What a task's days were and become: the due day, or the start where it has none. */
export function dayChange(move: {
  readonly before: PreviewedMove['before'];
  readonly after: PreviewedMove['after'];
}): { readonly from: CalendarDate | null; readonly to: CalendarDate | null } {
  const of = (days: PreviewedMove['before']) => days?.dueOn ?? days?.startOn ?? null;
  return { from: of(move.before), to: of(move.after) };
}

/** What moves beside a task, and which projects then end on another day, a sentence each. */
export function movesWords(moved: MovesView, own: string): string[] {
  const others = moved.moves.filter(({ task }) => task.id !== own);
  const sentence = others.length === 0 ? [] : [`${movesSentence(others)}.`];
  return [...sentence, ...finishWords(moved)];
}

/** Projects that end on another day, in words. */
export function finishWords({ finishes }: MovesView): string[] {
  return finishes.flatMap(({ project, before, after }) =>
    before === null || after === null
      ? []
      : [`${project.name} ends on ${formatDate(after)} instead of ${formatDate(before)}.`],
  );
}

/** A problem in words, days as the reader writes them. */
export function problemWords(
  { kind, message, tasks }: ScheduleProblem,
  plan: Pick<ScheduleView, 'finishOn' | 'endOn'> | undefined,
): string {
  if (kind !== 'project-end-missed' || !plan?.finishOn || !plan.endOn) return message;
  const names = tasks.map(({ name }) => `“${name}”`).join(' and ');
  const [finish, end] = [formatDate(plan.finishOn), formatDate(plan.endOn)];
  return `The plan ends on ${finish} with ${names}, after ${end}, the end of the project.`;
}

/** A slip in words: “5 weekdays late”, “on time”. */
export function slipWords(weekdays: number | null): string {
  if (weekdays === null) return '';
  if (weekdays === 0) return 'as planned';
  const days = formatCount(Math.abs(weekdays), { one: 'weekday', many: 'weekdays' });
  return `${days} ${weekdays > 0 ? 'late' : 'early'}`;
}

/** What puts a task back where it lies: its days and what binds it, as they were said. */
export function undoOf(
  task: Pick<TaskRow, 'scheduling' | 'startOn' | 'dueOn' | 'constraintType' | 'constraintOn'> &
    Partial<Pick<TaskRow, 'durationMinutes' | 'constraintMinute'>>,
) {
  const { scheduling, startOn, dueOn, constraintType, constraintOn } = task;
  const { durationMinutes = null, constraintMinute = null } = task;
  const isByLength = scheduling === 'automatic' && durationMinutes !== null;
  // The length says it exactly, also where work under way was held up.
  const end = isByLength ? { durationMinutes } : { dueOn };
  const minute = constraintMinute === null ? {} : { constraintMinute };
  return { scheduling, startOn, ...end, constraintType, constraintOn, ...minute };
}

/** Fields of a task whose change may move others, so that it is looked at before it is saved. */
export function mayMoveOthers(change: object): boolean {
  return Object.keys(change).some((field) => movingFields.has(field));
}

const movingFields = new Set([
  'startOn',
  'dueOn',
  'durationMinutes',
  'scheduling',
  'constraintType',
  'constraintOn',
  'constraintMinute',
  'splits',
  'isMilestone',
  'percentComplete',
  'actualStartOn',
  'doneOn',
  'taskType',
  'calendarId',
  'assigneeIds',
]);

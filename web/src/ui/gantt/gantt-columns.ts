import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import { formatDate } from '../format/date.ts';
import { formatNumber } from '../format/number.ts';
import { dayMinutes } from './gantt-scale.ts';
import type { GanttSpan, GanttTask } from './gantt-task.ts';

/** What a cell is made of. */
export type CellInput = {
  readonly task: GanttTask;
  /** Where it stands, or would after the edit under way. */
  readonly span: GanttSpan | null;
  /** Its stretches where it pauses. */
  readonly parts: readonly GanttSpan[];
  /** Its place in the work breakdown structure, as `2.1`. */
  readonly number: string;
  readonly predecessors: string;
};

export type GanttColumn = {
  readonly id: string;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly isNumber?: boolean;
  readonly isShownFirst: boolean;
  readonly text: (cell: CellInput) => string;
};

/** The columns of the tree in their order; the first is always shown and holds the tree. */
export const ganttColumns: readonly GanttColumn[] = [
  { id: 'name', label: 'Name', width: 232, isShownFirst: true, text: ({ task }) => task.name },
  { id: 'number', label: 'No.', width: 56, isShownFirst: false, text: ({ number }) => number },
  {
    id: 'start',
    label: 'Start',
    width: 112,
    isNumber: true,
    isShownFirst: true,
    text: ({ span }) => (span ? dayText(span.start) : ''),
  },
  {
    id: 'finish',
    label: 'Finish',
    width: 112,
    isNumber: true,
    isShownFirst: true,
    text: ({ span }) => (span ? dayText(span.finish) : ''),
  },
  {
    id: 'duration',
    label: 'Length',
    width: 62,
    isNumber: true,
    isShownFirst: false,
    text: ({ task }) => (task.kind === 'milestone' ? '' : durationText(task.durationMinutes)),
  },
  {
    id: 'parts',
    label: 'Parts',
    width: 72,
    isShownFirst: false,
    text: ({ parts }) => (parts.length > 1 ? `${parts.length} parts` : ''),
  },
  {
    id: 'predecessors',
    label: 'Waits for',
    width: 90,
    isShownFirst: false,
    text: ({ predecessors }) => predecessors,
  },
  {
    id: 'resources',
    label: 'People',
    width: 132,
    isShownFirst: false,
    text: ({ task }) => task.resources.join(', '),
  },
  {
    id: 'progress',
    label: 'Done',
    width: 56,
    isNumber: true,
    isShownFirst: false,
    text: ({ task }) => `${Math.round(task.progress * 100)} %`,
  },
  {
    id: 'slip',
    label: 'Slip',
    width: 64,
    isNumber: true,
    isShownFirst: false,
    text: ({ task, span }) => slipText(task, span),
  },
  {
    id: 'scenario',
    label: 'In the scenario',
    width: 148,
    isNumber: true,
    isShownFirst: false,
    text: ({ task }) =>
      task.scenario ? `${dayText(task.scenario.finish)} ${scenarioText(task)}` : '',
  },
];

/** By how many days a task ends later in the scenario that lies beside the plan; earlier with a minus. */
export function scenarioText({ scenario, span }: Pick<GanttTask, 'scenario' | 'span'>): string {
  if (!scenario || !span) return '';
  const days = Math.floor(scenario.finish / dayMinutes) - Math.floor(span.finish / dayMinutes);
  if (days === 0) return 'same end';
  return `${days > 0 ? '+' : '−'}${Math.abs(days)} d`;
}

const dayTexts = new Map<number, string>();

/** The day of an instant in words; said so often that each is kept. */
export function dayText(minute: number): string {
  const day = Math.floor(minute / dayMinutes);
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = formatDate(dateFromDayNumber(day));
  dayTexts.set(day, text);
  return text;
}

/** The day and the time of day of an instant in words. */
export function momentText(minute: number): string {
  const time = Math.round(minute) % dayMinutes;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dayText(minute)}, ${two(Math.floor(time / 60))}:${two(time % 60)}`;
}

/** Working time as days of eight hours, or as hours below half a day. */
export function durationText(minutes: number | null): string {
  if (minutes === null) return '';
  if (minutes < 240) return `${formatNumber(Math.round(minutes / 6) / 10)} h`;
  return `${formatNumber(Math.round(minutes / 48) / 10)} d`;
}

/** By how many days a task ends later than its baseline; earlier with a minus. */
export function slipText({ baseline }: GanttTask, span: GanttSpan | null): string {
  if (!baseline || !span) return '';
  const days = Math.floor(span.finish / dayMinutes) - Math.floor(baseline.finish / dayMinutes);
  return days === 0 ? '' : `${days > 0 ? '+' : '−'}${Math.abs(days)} d`;
}

/** A stretch of time in words, for those who hear the chart. */
export function spanText({ start, finish }: GanttSpan): string {
  const [from, to] = [dayText(start), dayText(finish)];
  return from === to ? from : `${from} to ${to}`;
}

import type {
  LevellingOutcome,
  LevellingProposal,
  LevellingState,
} from '@evenkeel/contract/levelling';
import { type CalendarDate, dayNumber, daysBetween } from '@evenkeel/core/calendar-date';
import { formatDate, formatDayMonth } from '../../ui/format/date.ts';
import { formatDecimals, formatNumber } from '../../ui/format/number.ts';

/** Where a levelling stands, in words. */
export const stateWords: Record<LevellingState, string> = {
  queued: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Stopped',
  interrupted: 'Interrupted',
};

/** What would happen to a task. */
export const moveKinds = ['later', 'earlier', 'longer', 'first', 'stays'] as const;
export type MoveKind = (typeof moveKinds)[number];

export const moveWords: Record<MoveKind, string> = {
  later: 'Later',
  earlier: 'Earlier',
  longer: 'Other length',
  first: 'Gets its first days',
  stays: 'Stays',
};

/** How a proposal differs from the plan of today. */
export function moveOf(row: LevellingProposal): MoveKind {
  if (!row.isMoved) return 'stays';
  if (row.dueBefore === null) return 'first';
  const days = daysBetween(row.dueBefore, row.dueOn);
  if (days > 0) return 'later';
  return days < 0 ? 'earlier' : 'longer';
}

/** Days by which a task would end later; negative for earlier, null when it has no days yet. */
export function daysLater(row: LevellingProposal): number | null {
  return row.dueBefore === null ? null : daysBetween(row.dueBefore, row.dueOn);
}

/** `+5 days`, `−1 day`, or nothing. */
export function shiftWords(days: number | null): string {
  if (days === null || days === 0) return '';
  const sign = days > 0 ? '+' : '−';
  return `${sign}${formatNumber(Math.abs(days))} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
}

/** A stretch of days: one day once, else from and to. */
export function stretchWords(start: CalendarDate | null, due: CalendarDate | null): string {
  if (start === null && due === null) return '';
  if (start === null || due === null || start === due) return dayWords(start ?? due);
  const isOneYear = start.slice(0, 4) === due.slice(0, 4);
  return `${isOneYear ? formatDayMonth(start) : formatDate(start)} – ${formatDate(due)}`;
}

/** Why a task starts then, in one sentence. */
export function reasonWords({ reason, gap }: LevellingProposal): string {
  const tasks = reason.tasks.map((task) => `“${task.name}”`).join(', ');
  const note = gap === null ? '' : ` ${gapWords[gap]}`;
  switch (reason.kind) {
    case 'started':
      return `It has begun and goes on.${note}`;
    case 'pinned':
      return `A person has fixed its days.${note}`;
    case 'today':
      return `It can begin at once.${note}`;
    case 'not-before':
      return reason.isProjectStart
        ? `Its project starts ${dayWords(reason.day)}.${note}`
        : `Somebody said: not before ${dayWords(reason.day)}.${note}`;
    case 'after':
      return tasks === '' ? `It waits for other work.${note}` : `It waits for ${tasks}.${note}`;
    case 'person-busy':
      return `${reason.person?.name ?? 'Its person'} is busy until then${tasks === '' ? '' : ` with ${tasks}`}.${note}`;
    case 'role-busy':
      return `Every ${reason.role?.name ?? 'person of its role'} is busy until then${tasks === '' ? '' : ` with ${tasks}`}.${note}`;
    case 'away':
      return `${reason.person?.name ?? 'Its person'} is away until then.${note}`;
    case 'no-gain':
      return `Sooner would help no promise; it stays near today’s plan.${note}`;
  }
}

const gapWords = {
  'no-estimate': 'It has no estimate, so it takes nobody’s time.',
  nobody: 'Nobody is on it and its role has no people, so it takes nobody’s time.',
  'person-leaves': 'One of its people has left by then: somebody must take over.',
} as const;

function dayWords(day: CalendarDate | null): string {
  return day === null ? 'then' : formatDate(day);
}

/** How far the plan can be from the best possible. */
export function boundWords(outcome: LevellingOutcome): string {
  if (outcome.isOptimal) return 'No plan keeps the promises better or ends sooner.';
  if (outcome.end === outcome.earliestEnd) return 'No plan ends sooner.';
  const percent = formatDecimals(outcome.gapPercent, 1);
  return `No plan ends before ${formatDate(outcome.earliestEnd)}: at most ${percent}% from the best possible.`;
}

/** The days that all proposals lie in, as day numbers. */
export function rangeOf(rows: readonly LevellingProposal[]): { from: number; to: number } {
  const days = rows.flatMap((row) => [row.startOn, row.dueOn, row.startBefore ?? row.dueOn]);
  const ends = rows.flatMap((row) => [row.dueOn, row.dueBefore ?? row.dueOn]);
  const from = days.reduce(
    (first, day) => Math.min(first, dayNumber(day)),
    Number.MAX_SAFE_INTEGER,
  );
  const to = ends.reduce((last, day) => Math.max(last, dayNumber(day)), 0);
  return rows.length === 0 ? { from: 0, to: 1 } : { from, to: Math.max(to, from) + 1 };
}

/** Where a stretch lies within a range, as shares of its width from 0 to 1. */
export function barOf(
  range: { readonly from: number; readonly to: number },
  start: CalendarDate | null,
  due: CalendarDate | null,
): { left: number; width: number } | null {
  const first = start ?? due;
  const last = due ?? start;
  if (first === null || last === null) return null;
  const length = range.to - range.from;
  const left = (dayNumber(first) - range.from) / length;
  return { left, width: Math.max(1 / length, (dayNumber(last) + 1 - dayNumber(first)) / length) };
}

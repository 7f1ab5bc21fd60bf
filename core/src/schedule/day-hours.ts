import { dateFromDayNumber, dateOf, dayNumber, daysInMonth } from '../calendar-date.ts';
import type {
  CalendarException,
  DayHours,
  DayNumber,
  ExceptionRecurrence,
  Week,
  WorkCalendar,
} from './calendar-model.ts';

/** Round the clock. */
export const allDay: DayHours = [{ from: 0, to: 1440 }];

const dayOff: DayHours = [];

/** Eight hours a day with an hour's break, Monday to Friday: planning software's standard week. */
export const standardWeek: Week = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
  weekday > 5
    ? dayOff
    : [
        { from: 480, to: 720 },
        { from: 780, to: 1020 },
      ],
);

/** A calendar without exceptions on the standard week. */
export function standardCalendar(id: string): WorkCalendar {
  return { id, name: 'Standard', week: standardWeek };
}

/**
 * The hours of a calendar as a function of the day. `byId` finds base calendars; a circle of bases or a
 * missing one ends at the standard week.
 */
export function hoursOf(
  calendar: WorkCalendar,
  byId: ReadonlyMap<string, WorkCalendar>,
): (day: DayNumber) => DayHours {
  const layers: Layer[] = [];
  const seen = new Set<string>();
  let current: WorkCalendar | undefined = calendar;
  while (current && !seen.has(current.id)) {
    seen.add(current.id);
    layers.push(layerOf(current));
    current = current.baseId === undefined ? undefined : byId.get(current.baseId);
  }
  return (day) => {
    // A holiday of the base holds for those who have a week of their own as well.
    for (const { exceptionOn } of layers) {
      const hours = exceptionOn(day);
      if (hours) return hours;
    }
    for (const { weekOn } of layers) {
      const hours = weekOn(day);
      if (hours) return hours;
    }
    return standardWeek[weekdayIndex(day)] ?? dayOff;
  };
}

/** The times that two days share, for work that needs both (a person and a task with a calendar of its own). */
export function commonHours(one: DayHours, other: DayHours): DayHours {
  const shared: { from: number; to: number }[] = [];
  for (const a of one)
    for (const b of other) {
      const from = Math.max(a.from, b.from);
      const to = Math.min(a.to, b.to);
      if (from < to) shared.push({ from, to });
    }
  return shared.sort((a, b) => a.from - b.from);
}

/** Monday 0 … Sunday 6. */
export function weekdayIndex(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** What one calendar itself says of a day; null when it leaves the day to its base. */
type Layer = {
  readonly exceptionOn: (day: DayNumber) => DayHours | null;
  readonly weekOn: (day: DayNumber) => DayHours | null;
};

function layerOf(calendar: WorkCalendar): Layer {
  const exceptions = (calendar.exceptions ?? []).map((exception) => ({
    from: exception.from,
    to: exception.to,
    hours: orderedHours(exception.hours),
    kind: kindOf(exception),
    holds: occursOn(exception),
  }));
  const single = new Map<DayNumber, DayHours>();
  const long = byPrecedence(exceptions.filter((exception) => exception.to > exception.from));
  for (const exception of exceptions)
    if (exception.from === exception.to && !single.has(exception.from))
      single.set(exception.from, exception.hours);
  const week = calendar.week.map((hours) => hours && orderedHours(hours));
  const workWeeks = (calendar.workWeeks ?? []).map((own) => ({
    ...own,
    week: own.week.map((hours) => hours && orderedHours(hours)),
  }));
  return {
    exceptionOn: (day) =>
      single.get(day) ??
      long.find(({ from, to, holds }) => from <= day && day <= to && holds(day))?.hours ??
      null,
    weekOn: (day) => {
      const index = weekdayIndex(day);
      for (const own of workWeeks)
        if (own.from <= day && day <= own.to && own.week[index]) return own.week[index];
      return week[index] ?? null;
    },
  };
}

/**
 * Which exception holds on a day that several name: one without recurrence, then daily, yearly, monthly
 * and weekly ones; of one kind the one that begins later. Source: MPXJ, issues 498, 501 and 503, found
 * out against Microsoft Project.
 */
function byPrecedence<
  Item extends {
    readonly from: DayNumber;
    readonly kind: ExceptionRecurrence['kind'] | undefined;
  },
>(exceptions: readonly Item[]): Item[] {
  return [...exceptions].sort((a, b) => {
    const rank = rankOf(a.kind) - rankOf(b.kind);
    return rank === 0 && a.kind !== undefined ? b.from - a.from : rank;
  });
}

/** Every single day is a plain period. */
function kindOf({ recurrence }: CalendarException): ExceptionRecurrence['kind'] | undefined {
  return recurrence?.kind === 'daily' && recurrence.every <= 1 ? undefined : recurrence?.kind;
}

const rankOfKind: Record<ExceptionRecurrence['kind'], number> = {
  daily: 1,
  yearlyDay: 2,
  yearlyWeekday: 2,
  monthlyDay: 3,
  monthlyWeekday: 3,
  weekly: 4,
};

function rankOf(kind: ExceptionRecurrence['kind'] | undefined): number {
  return kind === undefined ? 0 : rankOfKind[kind];
}

/** Shifts in order, cut to the day, those that overlap made one. */
function orderedHours(hours: DayHours): DayHours {
  const sorted = hours
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(1440, to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const shift of sorted) {
    const last = merged.at(-1);
    if (last && shift.from <= last.to) last.to = Math.max(last.to, shift.to);
    else merged.push({ ...shift });
  }
  return merged;
}

/** Whether an exception falls on a day from its first to its last. */
export function occursOn(exception: CalendarException): (day: DayNumber) => boolean {
  const { recurrence, from } = exception;
  if (!recurrence) return () => true;
  switch (recurrence.kind) {
    case 'daily':
      return (day) => (day - from) % Math.max(1, recurrence.every) === 0;
    case 'weekly':
      return (day) => isWeeklyDay(day, from, recurrence);
    case 'monthlyDay':
      return (day) => isMonthOf(day, from, recurrence.every) && isDayOfMonth(day, recurrence.day);
    case 'monthlyWeekday':
      return (day) => isMonthOf(day, from, recurrence.every) && isOrdinalWeekday(day, recurrence);
    case 'yearlyDay':
      return (day) => monthOf(day) === recurrence.month && isDayOfMonth(day, recurrence.day);
    case 'yearlyWeekday':
      return (day) => monthOf(day) === recurrence.month && isOrdinalWeekday(day, recurrence);
  }
}

function isWeeklyDay(
  day: DayNumber,
  from: DayNumber,
  recurrence: Extract<ExceptionRecurrence, { kind: 'weekly' }>,
): boolean {
  if (!recurrence.weekdays.includes(weekdayIndex(day) + 1)) return false;
  // Weeks are counted from the Sunday before, as Microsoft Project does.
  const sundayWeek = (of: DayNumber) => Math.floor((of + 4) / 7);
  return (sundayWeek(day) - sundayWeek(from)) % Math.max(1, recurrence.every) === 0;
}

function isMonthOf(day: DayNumber, from: DayNumber, every: number): boolean {
  const months = (of: DayNumber) => {
    const date = dateFromDayNumber(of);
    return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  };
  return (months(day) - months(from)) % Math.max(1, every) === 0;
}

function monthOf(day: DayNumber): number {
  return Number(dateFromDayNumber(day).slice(5, 7));
}

/** The 31st of a shorter month is its last day. */
function isDayOfMonth(day: DayNumber, wanted: number): boolean {
  const date = dateFromDayNumber(day);
  const last = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return Number(date.slice(8)) === Math.min(wanted, last);
}

function isOrdinalWeekday(
  day: DayNumber,
  wanted: { readonly ordinal: number; readonly weekday: number },
): boolean {
  if (weekdayIndex(day) + 1 !== wanted.weekday) return false;
  const date = dateFromDayNumber(day);
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const last = dayNumber(dateOf(year, month, daysInMonth(year, month)));
  if (wanted.ordinal >= 5) return day + 7 > last;
  return Math.ceil(Number(date.slice(8)) / 7) === wanted.ordinal;
}

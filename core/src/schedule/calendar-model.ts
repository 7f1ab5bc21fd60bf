/** Days since 1970-01-01, as `dayNumber` counts. */
export type DayNumber = number;

/** Working time within one day, in minutes from midnight: 0 ≤ from < to ≤ 1440. */
export type Shift = { readonly from: number; readonly to: number };

/** Working times of one day in order; empty for a day off. Night shifts are cut at midnight. */
export type DayHours = readonly Shift[];

/** Seven days from Monday; `null` takes the day from what stands below (base calendar, default week). */
export type Week = readonly (DayHours | null)[];

/** On which days from the first to the last day of an exception it holds. Weekdays: Monday 1 … Sunday 7. */
export type ExceptionRecurrence =
  | { readonly kind: 'daily'; readonly every: number }
  | { readonly kind: 'weekly'; readonly every: number; readonly weekdays: readonly number[] }
  | { readonly kind: 'monthlyDay'; readonly every: number; readonly day: number }
  | {
      readonly kind: 'monthlyWeekday';
      readonly every: number;
      /** 1 to 4, 5 for the last. */
      readonly ordinal: number;
      readonly weekday: number;
    }
  | { readonly kind: 'yearlyDay'; readonly month: number; readonly day: number }
  | {
      readonly kind: 'yearlyWeekday';
      readonly month: number;
      readonly ordinal: number;
      readonly weekday: number;
    };

/** Days that differ from the week: a holiday (`hours` empty) or days with other hours. */
export type CalendarException = {
  readonly name?: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly hours: DayHours;
  /** Every day from `from` to `to` when missing. */
  readonly recurrence?: ExceptionRecurrence;
};

/** A stretch of days with a week of its own (summer hours). */
export type WorkWeek = {
  readonly name?: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly week: Week;
};

/**
 * When work is done. A day is looked up in this order: own exceptions, those of the base calendar,
 * own work weeks, the own week, and where that says nothing the base's.
 */
export type WorkCalendar = {
  readonly id: string;
  readonly name?: string;
  readonly baseId?: string;
  /** IANA name of the zone on whose clocks the hours are written; the project's when missing. */
  readonly zone?: string;
  readonly week: Week;
  readonly workWeeks?: readonly WorkWeek[];
  readonly exceptions?: readonly CalendarException[];
};

import {
  addDays,
  addMonths,
  type CalendarDate,
  monthOf,
  monthStart,
  weekStart,
} from '../calendar-date.ts';
import type { LeaveState } from '../capacity/leave.ts';
import type { SampleKey } from './sample-firm.ts';

/** Terms of somebody before or after the present ones. */
export type SampleTerm = {
  readonly person: SampleKey;
  /** Null: from the beginning. */
  readonly validFrom: CalendarDate | null;
  readonly weeklyMinutes: number;
  readonly team: SampleKey;
  readonly role: SampleKey;
};

/** Leave with where it stands; the reason is of a refusal. */
export type SampleLeave = {
  readonly person: SampleKey;
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly isHalf: boolean;
  readonly state: LeaveState;
  readonly note: string;
  readonly reason: string;
};

/** What decides who can work how much when, beside the present hours of each person. */
export type SampleCapacity = {
  readonly terms: readonly SampleTerm[];
  /** From which day the present terms of some people hold. */
  readonly termsSince: readonly { readonly person: SampleKey; readonly on: CalendarDate }[];
  readonly leaves: readonly SampleLeave[];
  /** Who leads whom: the first decides about the leave of the others. */
  readonly managers: readonly { readonly manager: SampleKey; readonly of: readonly SampleKey[] }[];
  /** Somebody who lives elsewhere, by the holidays of that country. */
  readonly abroad: {
    /** Where the firm is: country and region. */
    readonly place: string;
    readonly person: SampleKey;
    readonly timeZone: string;
    readonly calendarName: string;
    readonly calendarPlace: string;
  };
};

/** Somebody who works less since spring, somebody who will work more, and leave of every kind. */
export function sampleCapacity(today: CalendarDate): SampleCapacity {
  const monday = weekStart(today);
  const soon = monthStart(addMonths(monthOf(today), 2));
  return {
    terms: [
      {
        person: 'Clara Weiss',
        validFrom: null,
        weeklyMinutes: 2_400,
        team: 'design',
        role: 'manager',
      },
      {
        person: 'Sofia Lindqvist',
        validFrom: soon,
        weeklyMinutes: 2_400,
        team: 'strategy',
        role: 'consultant',
      },
    ],
    termsSince: [{ person: 'Clara Weiss', on: monthStart(addMonths(monthOf(today), -8)) }],
    leaves: [
      leave('Emil Hansen', [addDays(monday, 22), addDays(monday, 25)], 'requested', 'Long weekend'),
      leave('Freya Jensen', [addDays(monday, 29), addDays(monday, 39)], 'requested', 'Trip north'),
      {
        ...leave(
          'Greta Olsen',
          [addDays(monday, 9), addDays(monday, 9)],
          'approved',
          'Moving house',
        ),
        isHalf: true,
      },
      {
        ...leave('Nadia Petrova', [addDays(monday, 16), addDays(monday, 18)], 'refused', ''),
        reason: 'The claims portal goes live that week.',
      },
    ],
    managers: [
      { manager: 'Aisha Rahman', of: ['Emil Hansen', 'Nadia Petrova', 'Samuel Adeyemi'] },
      { manager: 'Clara Weiss', of: ['Freya Jensen', 'Mateo Garcia', 'Anouk Dubois'] },
    ],
    abroad: {
      place: 'DE-BE',
      person: 'Pavel Horak',
      timeZone: 'Europe/Prague',
      calendarName: 'Prague office',
      calendarPlace: 'CZ',
    },
  };
}

function leave(
  person: SampleKey,
  [startOn, endOn]: readonly [CalendarDate, CalendarDate],
  state: LeaveState,
  note: string,
): SampleLeave {
  return { person, startOn, endOn, isHalf: false, state, note, reason: '' };
}

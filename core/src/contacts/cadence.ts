import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts';

/** How the next contact with an account stands (CL-03). */
export const contactStandings = ['none', 'fine', 'soon', 'due', 'overdue'] as const;
export type ContactStanding = (typeof contactStandings)[number];

/** When to speak next, and how that stands today. */
export type NextContact = {
  /** Null when neither a day nor a cadence is set. */
  readonly dueOn: CalendarDate | null;
  readonly standing: ContactStanding;
  /** Days beyond the due day; 0 while it is not overdue. */
  readonly daysOverdue: number;
};

/** Days before the due day from which it counts as soon. */
const soonDays = 7;

/**
 * When an account is to hear from us next (CL-03): on the day somebody set, as long as there was no
 * contact since; else the cadence after the last contact, or after `since` when there was none.
 * @param facts.cadenceDays days between two contacts at most; null for no cadence.
 * @example nextContact({ cadenceDays: 14, lastContactOn: null, plannedOn: null, since }, today)
 */
export function nextContact(
  facts: {
    readonly cadenceDays: number | null;
    readonly lastContactOn: CalendarDate | null;
    readonly plannedOn: CalendarDate | null;
    /** The day from which the cadence runs before the first contact. */
    readonly since: CalendarDate;
  },
  today: CalendarDate,
): NextContact {
  const dueOn = dueDay(facts);
  if (dueOn === null) return { dueOn, standing: 'none', daysOverdue: 0 };
  const left = daysBetween(today, dueOn);
  if (left < 0) return { dueOn, standing: 'overdue', daysOverdue: -left };
  return { dueOn, standing: standingFor(left), daysOverdue: 0 };
}

function dueDay(facts: Parameters<typeof nextContact>[0]): CalendarDate | null {
  const { cadenceDays, lastContactOn, plannedOn, since } = facts;
  const isStillPlanned =
    plannedOn !== null && (lastContactOn === null || lastContactOn < plannedOn);
  if (isStillPlanned) return plannedOn;
  return cadenceDays === null ? null : addDays(lastContactOn ?? since, cadenceDays);
}

function standingFor(daysLeft: number): ContactStanding {
  if (daysLeft === 0) return 'due';
  return daysLeft <= soonDays ? 'soon' : 'fine';
}

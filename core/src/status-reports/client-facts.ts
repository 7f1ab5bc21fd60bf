import { addDays, type CalendarDate, weekStart } from '../calendar-date.ts';

/** The week that a report tells of, Monday to Sunday. */
export type ReportWeek = { readonly from: CalendarDate; readonly to: CalendarDate };

/** Something of the plan that the client sees, with the day they were told, if any. */
export type ToldItem = {
  readonly id: string;
  readonly name: string;
  readonly isMilestone: boolean;
  /** The day that the client was last told; null when they were told none. */
  readonly promisedOn: CalendarDate | null;
};

/** A date that was told and has moved within the tolerance: what the client is told with this report. */
export type ToldSlip = {
  readonly id: string;
  readonly name: string;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
};

/**
 * All that the client's text can be made of: what the client can see, read under the client's own
 * database role. There is no field here for health, hours, money, forecasts, notes or anybody's
 * opinion, so the text cannot hold them (B11).
 */
export type ClientFacts = {
  readonly project: string;
  readonly week: ReportWeek;
  readonly today: CalendarDate;
  readonly done: readonly (ToldItem & { readonly doneOn: CalendarDate })[];
  readonly next: readonly ToldItem[];
  /** What waits for the client: their own tasks, and what is theirs to approve. */
  readonly needs: readonly ToldItem[];
  readonly decisions: readonly { readonly name: string; readonly decidedOn: CalendarDate }[];
  /** Delay notices that were sent and are not answered. */
  readonly notices: readonly ToldSlip[];
  readonly slips: readonly ToldSlip[];
};

/** How the project stands in what the client was told, the gravest first. */
export const clientStandings = ['late', 'date-moves', 'waits', 'as-promised'] as const;
/** How the project stands in what the client was told. */
export type ClientStanding = (typeof clientStandings)[number];

/**
 * `late`: a day that was told has passed and the thing is not there. `date-moves`: a delay notice
 * waits for an answer. `waits`: something of the client is overdue. Else as promised.
 */
export function clientStanding(facts: ClientFacts): ClientStanding {
  if (facts.next.some((item) => isPast(item, facts.today))) return 'late';
  if (facts.notices.length > 0) return 'date-moves';
  if (facts.needs.some((item) => isPast(item, facts.today))) return 'waits';
  return 'as-promised';
}

/** Whether the day that was told for something lies in the past. */
export function isPast({ promisedOn }: ToldItem, today: CalendarDate): boolean {
  return promisedOn !== null && promisedOn < today;
}

/** The week that a report drafted on a day tells of. */
export function reportWeek(today: CalendarDate): ReportWeek {
  const from = weekStart(today);
  return { from, to: addDays(from, 6) };
}

import type { CalendarDate } from '../calendar-date.ts';
import type { Health } from '../projects/health.ts';
import type { ReportWeek, ToldItem, ToldSlip } from './client-facts.ts';

/** A task as the team sees it. */
export type OwnItem = {
  readonly name: string;
  readonly people: readonly string[];
  readonly dueOn: CalendarDate | null;
};

/** The three lines that whoever answers for the project gave for the week (PM-16). */
export type CheckInLines = {
  readonly by: string;
  readonly moved: string;
  readonly next: string;
  readonly obstacle: string;
};

/** What the team's text is made of: everything. */
export type InternalFacts = {
  readonly project: string;
  readonly account: string | null;
  readonly week: ReportWeek;
  readonly today: CalendarDate;
  readonly health: { readonly health: Health; readonly note: string; readonly by: string } | null;
  readonly checkIn: CheckInLines | null;
  readonly done: readonly (OwnItem & { readonly doneOn: CalendarDate })[];
  readonly next: readonly OwnItem[];
  readonly overdue: readonly OwnItem[];
  readonly needs: readonly ToldItem[];
  readonly decisions: readonly { readonly name: string; readonly decidedOn: CalendarDate }[];
  readonly notices: readonly ToldSlip[];
  readonly slips: readonly ToldSlip[];
  readonly endOn: CalendarDate | null;
  /** Done by then in four of five cases; null without a forecast. */
  readonly p80On: CalendarDate | null;
  readonly loggedMinutes: number;
  readonly estimateMinutes: number;
};

/** Share of the estimated hours from which their use is a risk that is named, basis points (CL-10). */
export const hoursWarning = 8_000;

/** Share of the estimated hours that is used, basis points, rounded down; null without an estimate. */
export function hoursUsed(
  facts: Pick<InternalFacts, 'loggedMinutes' | 'estimateMinutes'>,
): number | null {
  if (facts.estimateMinutes === 0) return null;
  return Math.floor((facts.loggedMinutes * 10_000) / facts.estimateMinutes);
}

import { type CalendarDate, daysBetween, later } from '../calendar-date.ts';
import type { DealOutcome } from './pipeline.ts';

/** What says whether a deal still moves. */
export type Movement = {
  readonly outcome: DealOutcome;
  /** Days without a move after which a deal of its stage has gone quiet; null never. */
  readonly quietAfterDays: number | null;
  readonly stageSince: CalendarDate;
  /** The last day on which somebody changed the deal or spoke with the customer; null never since. */
  readonly touchedOn: CalendarDate | null;
  readonly nextStepOn: CalendarDate | null;
};

/** The later of the last change of a deal and the last word with the customer about it; null without either. */
export function lastTouch(
  changedOn: CalendarDate | null,
  spokenOn: CalendarDate | null,
): CalendarDate | null {
  if (changedOn === null || spokenOn === null) return changedOn ?? spokenOn;
  return later(changedOn, spokenOn);
}

/** The last day on which a deal moved: into its stage, by a change, or by an interaction. */
export function lastMove(deal: Pick<Movement, 'stageSince' | 'touchedOn'>): CalendarDate {
  return deal.touchedOn === null ? deal.stageSince : later(deal.stageSince, deal.touchedOn);
}

/**
 * Whether an open deal has gone quiet: nothing moved for more days than its stage allows, and no next
 * step is set for today or later. A decided deal is never quiet.
 */
export function isQuiet(deal: Movement, today: CalendarDate): boolean {
  const { outcome, quietAfterDays, nextStepOn } = deal;
  if (outcome !== 'open' || quietAfterDays === null) return false;
  if (nextStepOn !== null && nextStepOn >= today) return false;
  return daysBetween(lastMove(deal), today) > quietAfterDays;
}

/** Whether the next step of an open deal should have happened before today. */
export function isNextStepOverdue(
  deal: Pick<Movement, 'outcome' | 'nextStepOn'>,
  today: CalendarDate,
): boolean {
  return deal.outcome === 'open' && deal.nextStepOn !== null && deal.nextStepOn < today;
}

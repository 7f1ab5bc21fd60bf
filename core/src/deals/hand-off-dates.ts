import { type CalendarDate, isWeekdayDate, weekdaysBetween } from '../calendar-date.ts';
import { weekdayAt } from '../projects/outline-dates.ts';
import type { HandOffInput, OriginSource } from './hand-off.ts';

/** A day and where it came from; `basis` names the field, or says how it was computed. */
export type SourcedDate = {
  readonly on: CalendarDate;
  readonly source: OriginSource;
  readonly basis: string;
};

/** First and last day of a project that is handed off. */
export type HandOffDates = {
  readonly start: SourcedDate | null;
  readonly end: SourcedDate | null;
  /** The chosen end lies before the start and was not taken. */
  readonly isEndTooEarly: boolean;
};

/**
 * The days of the project. A chosen day goes before a sold one. A sold end stays while it is not
 * before the start; else the project keeps the length that was sold. What is still missing comes
 * from the usual length of the template, counted in weekdays.
 */
export function handOffDates(
  input: Pick<HandOffInput, 'deal' | 'template' | 'choices'>,
): HandOffDates {
  const soldEnd = endGiven(input);
  const start = startGiven(input) ?? (soldEnd && startFromEnd(soldEnd.on, input));
  if (!start) return { start: null, end: soldEnd, isEndTooEarly: false };
  if (soldEnd && soldEnd.on >= start.on) return { start, end: soldEnd, isEndTooEarly: false };
  return { start, end: endFromStart(start.on, input), isEndTooEarly: soldEnd?.source === 'person' };
}

function startGiven({ deal, choices }: Pick<HandOffInput, 'deal' | 'choices'>): SourcedDate | null {
  return given(choices.startOn, deal.deliveryStartOn, 'deliveryStartOn');
}

function endGiven({ deal, choices }: Pick<HandOffInput, 'deal' | 'choices'>): SourcedDate | null {
  return given(choices.endOn, deal.deliveryEndOn, 'deliveryEndOn');
}

function given(
  chosen: CalendarDate | null,
  sold: CalendarDate | null,
  field: string,
): SourcedDate | null {
  if (chosen !== null && chosen !== sold) return { on: chosen, source: 'person', basis: 'choice' };
  return sold === null ? null : { on: sold, source: 'deal', basis: field };
}

function startFromEnd(
  end: CalendarDate,
  { template }: Pick<HandOffInput, 'template'>,
): SourcedDate | null {
  if (!template) return null;
  const { durationWeekdays } = template.outline;
  // A weekend counts as the Monday after: one step further back.
  const on = weekdayAt(end, isWeekdayDate(end) ? 1 - durationWeekdays : -durationWeekdays);
  const basis = `${durationWeekdays} weekdays of the template back from the end`;
  return { on: on < end ? on : end, source: 'computed', basis };
}

function endFromStart(
  start: CalendarDate,
  { deal, template }: Pick<HandOffInput, 'deal' | 'template'>,
): SourcedDate | null {
  const sold =
    deal.deliveryStartOn && deal.deliveryEndOn
      ? weekdaysBetween(deal.deliveryStartOn, deal.deliveryEndOn)
      : 0;
  const length = sold > 0 ? sold : template?.outline.durationWeekdays;
  if (length === undefined) return null;
  const basis = `${length} weekdays ${sold > 0 ? 'as sold' : 'of the template'} from the start`;
  return { on: weekdayAt(start, length - 1), source: 'computed', basis };
}

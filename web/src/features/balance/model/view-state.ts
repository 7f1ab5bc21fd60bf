import type { LoadRowsFilter } from '@evenkeel/contract/balance';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';

/** What the figures count. */
export const measures = ['hours', 'cost', 'value'] as const;
export type Measure = (typeof measures)[number];

/** How the months are told apart. */
export const groupings = ['kind', 'team', 'person', 'role'] as const;
export type Grouping = (typeof groupings)[number];

/** What the page shows; kept in the address. Without months: the last quarter to the next. */
export type ViewState = {
  readonly from?: CalendarMonth;
  readonly to?: CalendarMonth;
  readonly measure: Measure;
  readonly grouping: Grouping;
  readonly tentative: 'weighted' | 'full';
};

export const defaultView: ViewState = {
  measure: 'hours',
  grouping: 'kind',
  tentative: 'weighted',
};

/** The rows that stand open in the drawer: a title and the filter of the figure. */
export type OpenRows = { readonly title: string; readonly filter: LoadRowsFilter };

/** Whether an address holds a view that can be shown. */
export function isViewState(value: unknown): value is ViewState {
  if (!isRecord(value)) return false;
  const { from, to, measure, grouping, tentative } = value;
  return (
    isMonthOrNone(from) &&
    isMonthOrNone(to) &&
    isOneOf(measures, measure) &&
    isOneOf(groupings, grouping) &&
    (tentative === 'weighted' || tentative === 'full')
  );
}

/** Whether an address holds rows to open; the server checks the filter's own values. */
export function isOpenRows(value: unknown): value is OpenRows | null {
  if (value === null) return true;
  return isRecord(value) && typeof value['title'] === 'string' && isRecord(value['filter']);
}

function isMonthOrNone(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && /^\d{4}-\d{2}$/.test(value));
}

function isOneOf(known: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && known.includes(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

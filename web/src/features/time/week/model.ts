import type { LoggedWork, TimeTarget, TimeWeek, WeekRow } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { type LoggedTime, type WeekTotals, weekTotals } from '@evenkeel/core/time/week';
import { compareWork, workKey } from '../model.ts';

/** What has been typed into cells and is not saved yet: minutes by cell, 0 for emptied. */
export type CellDrafts = ReadonlyMap<string, number>;

export type WeekEntry = WeekRow['entries'][number];

/** One cell of the grid. */
export type WeekCell = {
  readonly key: string;
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly entries: readonly WeekEntry[];
  /** Cannot be typed into: several entries, each with its own note, open in a dialog. */
  readonly isCompound: boolean;
  readonly hasNote: boolean;
  readonly isFuture: boolean;
};

/** Names a cell: the work and the day. */
export function cellKey(work: LoggedWork, on: CalendarDate): string {
  return `${workKey(work)} ${on}`;
}

/** The rows of the grid: assigned and logged ones, and those added by hand, in the usual order. */
export function gridRows(week: TimeWeek, added: readonly TimeTarget[]): WeekRow[] {
  const known = new Set(week.rows.map(workKey));
  const extra = added.filter((target) => !known.has(workKey(target)));
  return [...week.rows, ...extra.map((target) => ({ ...target, entries: [] }))].sort(compareWork);
}

/** A row's cell of a day, with what is typed in place of what is saved. */
export function cellOf(
  row: WeekRow,
  on: CalendarDate,
  { today, drafts }: { today: CalendarDate; drafts: CellDrafts },
): WeekCell {
  const key = cellKey(row, on);
  const entries = row.entries.filter((entry) => entry.on === on);
  const saved = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  return {
    key,
    on,
    minutes: drafts.get(key) ?? saved,
    entries,
    isCompound: entries.length > 1,
    hasNote: entries.some((entry) => entry.note !== ''),
    isFuture: on > today,
  };
}

/** Minutes of a row as shown: what is typed counts already. */
export function rowMinutes(cells: readonly WeekCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.minutes, 0);
}

/** How many minutes of a row are typed beyond what is saved; for what is left of the estimate. */
export function unsavedMinutes(row: WeekRow, cells: readonly WeekCell[]): number {
  return rowMinutes(cells) - row.entries.reduce((sum, entry) => sum + entry.minutes, 0);
}

/** Sums of the week as shown. */
export function shownTotals(
  week: TimeWeek,
  rows: readonly { readonly row: WeekRow; readonly cells: readonly WeekCell[] }[],
): WeekTotals {
  const shown = rows.flatMap(({ row, cells }) =>
    cells.map(
      (cell): LoggedTime => ({
        on: cell.on,
        minutes: cell.minutes,
        kind: row.project.kind,
        isBillable: cell.entries.some((entry) => entry.isBillable),
      }),
    ),
  );
  return weekTotals(week.from, week.capacityMinutes, shown);
}

/** The entries of a week by day, the latest day first, for reading. */
export function entriesByDay(
  week: TimeWeek,
): { on: CalendarDate; entries: { entry: WeekEntry; row: WeekRow }[] }[] {
  const days = new Map<CalendarDate, { entry: WeekEntry; row: WeekRow }[]>();
  for (const row of week.rows) {
    for (const entry of row.entries) {
      days.set(entry.on, [...(days.get(entry.on) ?? []), { entry, row }]);
    }
  }
  return [...days]
    .map(([on, entries]) => ({ on, entries: entries.sort((a, b) => compareWork(a.row, b.row)) }))
    .sort((a, b) => (a.on < b.on ? 1 : -1));
}

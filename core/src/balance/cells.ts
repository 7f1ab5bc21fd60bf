import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import type { PersonId, RoleId, TeamId } from '../id.ts';
import type { ProjectKind } from '../projects/template.ts';
import type { Amounts, Certainty, LoadSum } from './load.ts';

/**
 * Rows of one month, kind, certainty, person, role and team, added up. What the page shows by month
 * and group is a sum of cells, hence of rows; there are far fewer cells than rows.
 */
export type LoadCell = Amounts & {
  readonly month: CalendarMonth;
  readonly kind: ProjectKind;
  readonly certainty: Certainty;
  readonly personId: PersonId | null;
  readonly roleId: RoleId | null;
  readonly teamId: TeamId | null;
};

/** Rows added up into cells, in the order of month, kind, certainty and ids. */
export function loadCells(rows: readonly LoadSum[]): LoadCell[] {
  const cellsOf = new Map<string, Map<CalendarMonth, GrowingCell[]>>();
  for (const row of rows) {
    const months = entryOf(cellsOf, bearerName(row), () => new Map<CalendarMonth, GrowingCell[]>());
    addRow(
      entryOf(months, row.month, () => []),
      row,
    );
  }
  return [...cellsOf.values()]
    .flatMap((months) => [...months.values()].flat())
    .map((cell) => ({ name: cellName(cell), cell }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ cell }) => cell);
}

/** The cells of the months from that of `from` to that of `to`. */
export function cellsWithin(
  cells: readonly LoadCell[],
  days: { readonly from: CalendarDate; readonly to: CalendarDate },
): LoadCell[] {
  const first = days.from.slice(0, 7);
  const last = days.to.slice(0, 7);
  return cells.filter((cell) => cell.month >= first && cell.month <= last);
}

type GrowingCell = { -readonly [Field in keyof LoadCell]: LoadCell[Field] };

/** Adds a row to the one cell it belongs to, among those of its month and bearer. */
function addRow(cells: GrowingCell[], row: LoadSum): void {
  const { month, kind, certainty, personId, roleId, teamId, minutes, costMinor, billMinor } = row;
  for (const cell of cells) {
    if (cell.kind !== kind || cell.certainty !== certainty) continue;
    // A person's months are of one role and team, but for the one in which those change.
    if (cell.roleId !== roleId || cell.teamId !== teamId) continue;
    cell.minutes += minutes;
    cell.costMinor += costMinor;
    cell.billMinor += billMinor;
    return;
  }
  cells.push({ month, kind, certainty, personId, roleId, teamId, minutes, costMinor, billMinor });
}

function cellName(cell: LoadCell): string {
  return `${cell.month} ${cell.kind} ${cell.certainty} ${bearerName(cell)} ${cell.roleId} ${cell.teamId}`;
}

/** Few people change role or team, so a person's cells are told apart only when there are several. */
function bearerName(of: Pick<LoadSum, 'personId' | 'roleId' | 'teamId'>): string {
  return of.personId ?? `- ${of.roleId} ${of.teamId}`;
}

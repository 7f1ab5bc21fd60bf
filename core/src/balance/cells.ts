import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import { groupedBy } from '../grouping.ts';
import type { PersonId, RoleId, TeamId } from '../id.ts';
import type { ProjectKind } from '../projects/template.ts';
import { type Amounts, type Certainty, type LoadRow, sumAmounts } from './load.ts';

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
export function loadCells(rows: readonly LoadRow[]): LoadCell[] {
  return [...groupedBy(rows, cellName)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, behind]) => {
      const [first] = behind;
      if (!first) return [];
      const { month, kind, certainty, personId, roleId, teamId } = first;
      return [{ month, kind, certainty, personId, roleId, teamId, ...sumAmounts(behind) }];
    });
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

/** Of a person's rows role and team are the same, so they need not tell cells apart. */
function cellName(row: LoadRow): string {
  const bearer = row.personId ?? `- ${row.roleId} ${row.teamId}`;
  return `${row.month} ${row.kind} ${row.certainty} ${bearer}`;
}

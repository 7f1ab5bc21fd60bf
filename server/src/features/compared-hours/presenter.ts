import type {
  ComparedLine,
  ComparedRowView,
  ComparedView,
} from '@evenkeel/contract/compared-hours';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import {
  type ComparedFigure,
  type ComparedRow,
  comparedSums,
} from '@evenkeel/core/capacity/compared-hours';
import { groupedBy } from '@evenkeel/core/grouping';
import { referenceOf } from '../../platform/db/values.ts';
import type { Compared, ComparedPage, Names } from './service.ts';

type Sums = Record<ComparedFigure, number>;

const nothing: Sums = { confirmed: 0, tentative: 0, estimated: 0, logged: 0 };

export function presentCompared({ today, by, rows, names }: Compared): ComparedView {
  const months = [...new Set(rows.flatMap(({ month }) => month ?? []))].sort();
  const groups = groupedBy(rows, (row) => idOf(row, by));
  const lines = [...groups].map(([id, own]) => line(id, own, { by, names }));
  return {
    today,
    months,
    sum: sumOf(rows),
    lines: lines.sort((a, b) => Number(a.id === null) - Number(b.id === null) || compare(a, b)),
  };
}

export function presentRows(found: ComparedPage) {
  return {
    rows: found.shown.map((row) => presentRow(row, found)),
    total: found.rows.length,
    sum: sumOf(found.rows),
  };
}

function presentRow(row: ComparedRow, { names, words }: ComparedPage): ComparedRowView {
  const project = names.projects.get(row.projectId);
  const nameOf = (id: string | null) => (id === null ? null : (names.others.get(id) ?? ''));
  return {
    figure: row.figure,
    source: row.source,
    sourceId: row.sourceId,
    name: words.get(row.sourceId) ?? '',
    project: { id: row.projectId, name: project?.name ?? '', kind: project?.kind ?? 'client' },
    person: referenceOf(row.personId, nameOf(row.personId)),
    role: referenceOf(row.roleId, nameOf(row.roleId)),
    from: row.from,
    to: row.to,
    minutes: row.minutes,
  };
}

function line(
  id: string | null,
  rows: readonly ComparedRow[],
  { by, names }: { readonly by: Compared['by']; readonly names: Names },
): ComparedLine {
  const project = by === 'project' && id !== null ? names.projects.get(id) : undefined;
  const byMonth = comparedSums(rows, ({ month }) => month ?? '');
  return {
    id,
    name: id === null ? withoutWords[by] : (project?.name ?? names.others.get(id) ?? ''),
    kind: project?.kind ?? null,
    sum: sumOf(rows),
    months: [...byMonth].sort(byFirst).map(([month, sums]) => ({
      // The keys are months, or empty for none.
      month: month === '' ? null : (month as CalendarMonth),
      ...sums,
    })),
  };
}

const withoutWords: Record<Compared['by'], string> = {
  person: 'Nobody yet',
  project: 'No project',
  role: 'No role',
  team: 'No team',
};

function idOf(row: ComparedRow, by: Compared['by']): string | null {
  switch (by) {
    case 'person':
      return row.personId;
    case 'project':
      return row.projectId;
    case 'role':
      return row.roleId;
    case 'team':
      return row.teamId;
  }
}

function sumOf(rows: readonly ComparedRow[]): Sums {
  return comparedSums(rows, () => '').get('') ?? nothing;
}

function byFirst([a]: readonly [string, Sums], [b]: readonly [string, Sums]): number {
  return a < b ? -1 : 1;
}

function compare(a: ComparedLine, b: ComparedLine): number {
  return a.name.localeCompare(b.name) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1);
}

import type { balance as balanceContract } from '@evenkeel/contract/balance';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import {
  type Amounts,
  type Certainty,
  certainties,
  figureRows,
  type LoadRow,
  sumAmounts,
} from '@evenkeel/core/balance/load';
import { loadRows } from '@evenkeel/core/balance/rows';
import { isCalendarDate, monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import type { DealId, TaskId, TimeEntryId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { type Gathered, gather } from '../service.ts';
import * as repository from './repository.ts';

type RowsQuery = QueryOf<typeof balanceContract.rows>;

export type FoundRows = Gathered & {
  readonly rows: readonly LoadRow[];
  readonly words: Awaited<ReturnType<typeof repository.listRowWords>>;
  readonly sum: Amounts;
  readonly total: number;
  readonly nextCursor: string | null;
};

/** One page of the rows that a figure is the sum of, with the sum of all of them. */
export async function findRows(scope: Scope, query: RowsQuery): Promise<FoundRows> {
  if (query.to < query.from) throw invalid(['to'], 'too-early', 'is before the first day');
  const { certainty, tentative, limit, cursor, ...filter } = query;
  const months = {
    from: monthStart(monthOf(query.from)),
    to: monthEnd(monthOf(query.to)),
  };
  const reading = {
    sources: sourcesOf(query, months.to < scope.today),
    days: { from: query.from, to: query.to },
    whose: { ...filter, withIds: true },
  };
  const gathered = await gather(scope, { ...months, tentative }, reading);
  const behind = figureRows(loadRows(gathered.input, months), {
    ...filter,
    certainties: certainty,
  });
  behind.sort(newestFirst);
  const left = cursor === undefined ? behind : rowsAfter(behind, cursor);
  const rows = left.slice(0, limit);
  const last = rows.at(-1);
  return {
    ...gathered,
    rows,
    words: await wordsOfRows(scope, rows),
    sum: sumAmounts(behind),
    total: behind.length,
    nextCursor: left.length > limit && last ? writeCursor(last) : null,
  };
}

/** Sources that can hold rows for a filter; work that is planned or hoped for begins today. */
function sourcesOf(query: RowsQuery, isPast: boolean): Certainty[] {
  const can: Record<Certainty, boolean> = {
    logged: !query.dealId,
    planned: !query.dealId && !isPast,
    tentative: !isPast,
  };
  return (query.certainty ?? certainties).filter((certainty) => can[certainty]);
}

/** What rows show beside their numbers. */
export function wordsOfRows(scope: Scope, rows: readonly LoadRow[]) {
  const idsOf = (source: LoadRow['source']) =>
    rows.filter((row) => row.source === source).map((row) => row.sourceId);
  return repository.listRowWords(scope, {
    // A row's source says what its id is of.
    entries: idsOf('entry') as TimeEntryId[],
    tasks: [...new Set(idsOf('task'))] as TaskId[],
    deals: [...new Set(idsOf('deal'))] as DealId[],
  });
}

/** Latest day first; the name settles ties, so that pages neither repeat nor lose a row. */
function newestFirst(a: LoadRow, b: LoadRow): number {
  return a.from === b.from ? byText(nameOf(a), nameOf(b)) : byText(b.from, a.from);
}

function nameOf(row: LoadRow): string {
  return `${row.source} ${row.sourceId} ${row.personId} ${row.roleId}`;
}

function writeCursor(row: LoadRow): string {
  return Buffer.from(`${row.from} ${nameOf(row)}`).toString('base64url');
}

function rowsAfter(rows: readonly LoadRow[], cursor: string): LoadRow[] {
  const position = Buffer.from(cursor, 'base64url').toString();
  const [from, name] = [position.slice(0, 10), position.slice(11)];
  if (!isCalendarDate(from))
    throw invalid(['cursor'], 'invalid', 'is not one of this list; start again without it');
  return rows.filter((row) => row.from < from || (row.from === from && nameOf(row) > name));
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

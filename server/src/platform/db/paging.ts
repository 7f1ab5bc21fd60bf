import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import { AppError, invalid } from '../app-error.ts';

/** What a list can be sorted by: an SQL expression and its type. Texts sort as people expect. */
export type SortKey = {
  readonly by: RawBuilder<unknown>;
  readonly type: 'text' | 'int' | 'bigint' | 'date' | 'timestamptz' | 'numeric';
};

export type PageRequest = {
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
};

export type Page<Row> = {
  readonly rows: Row[];
  readonly nextCursor: string | null;
  readonly total: number;
};

type Position = {
  readonly sort: string;
  readonly value: string | null;
  readonly id: string;
  readonly total: number;
};

/**
 * One page of a query by keyset: stable while rows come and go, as fast on the last page as on the
 * first where an index serves the sort. Nulls come last in both directions; `id` settles ties. The
 * total is counted once, on the first page, and travels in the cursor.
 */
export async function readPage<DB, TB extends keyof DB, Row extends { id: string }>(
  query: SelectQueryBuilder<DB, TB, Row>,
  request: PageRequest,
  keys: Readonly<Record<string, SortKey>>,
  id: RawBuilder<string>,
): Promise<Page<Row>> {
  const isDescending = request.sort.startsWith('-');
  const key = keys[isDescending ? request.sort.slice(1) : request.sort];
  if (!key) throw invalid(['sort'], 'unknown', `cannot sort by ${request.sort}`);
  const by = key.type === 'text' ? sql`(${key.by}) collate "und-x-icu"` : key.by;
  const direction = sql.raw(isDescending ? 'desc' : 'asc');
  const from = request.cursor === undefined ? null : readCursor(request.cursor, request.sort);

  const order = sql`${by} ${direction} nulls last, ${id} ${direction}`;
  const sortValue = sql<string | null>`(${key.by})::text`.as('sort_value');
  // First which rows, then the rows: what is joined only to be shown need not be joined to all that
  // is sorted (PostgreSQL leaves such joins out).
  let placed = query.clearSelect().select(sql<string>`${id}`.as('id'));
  if (from) placed = placed.where(after({ by, type: key.type, isDescending }, id, from));
  const ids = await placed
    .orderBy(order)
    .limit(request.limit + 1)
    .execute()
    // A generic builder hides the one column that was just selected.
    .then((places) => (places as unknown as { id: string }[]).map((place) => place.id));
  const found = await query
    .where(sql<boolean>`${id} = any(${ids}::uuid[])`)
    .select(sortValue)
    .orderBy(order)
    .execute();
  // Kysely cannot see through the generic builder that `sort_value` was added to each row.
  const rows = found.slice(0, request.limit) as unknown as (Row & { sort_value: string | null })[];
  const total = from?.total ?? (found.length > request.limit ? await count(query) : rows.length);
  const last = rows.at(-1);
  const hasMore = found.length > request.limit && last !== undefined;
  return {
    rows,
    total,
    nextCursor: hasMore
      ? writeCursor({ sort: request.sort, value: last.sort_value, id: last.id, total })
      : null,
  };
}

function after(
  order: { by: RawBuilder<unknown>; type: SortKey['type']; isDescending: boolean },
  id: RawBuilder<string>,
  from: Position,
): RawBuilder<boolean> {
  const { by } = order;
  const beyond = sql.raw(order.isDescending ? '<' : '>');
  if (from.value === null)
    return sql<boolean>`(${by} is null and ${id} ${beyond} ${from.id}::uuid)`;
  const value = sql`${from.value}::${sql.raw(order.type)}`;
  return sql<boolean>`((${by}, ${id}) ${beyond} (${value}, ${from.id}::uuid) or ${by} is null)`;
}

async function count<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
): Promise<number> {
  const { total } = await query
    .clearSelect()
    .clearOrderBy()
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
    // A generic builder hides the one column that was just selected.
    .then((row) => row as unknown as { total: string });
  return Number(total);
}

function writeCursor(position: Position): string {
  return Buffer.from(
    JSON.stringify([position.sort, position.value, position.id, position.total]),
  ).toString('base64url');
}

function readCursor(cursor: string, sort: string): Position {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts)) throw new Error('not a list');
    const [own, value, id, total] = parts as unknown[];
    const isValid =
      own === sort &&
      (value === null || typeof value === 'string') &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id) &&
      typeof total === 'number';
    if (!isValid) throw new Error('not a position');
    return { sort, value: value as string | null, id, total };
  } catch {
    throw new AppError(
      'invalid-input',
      'The cursor is not one of this list and sort; start again without it.',
      {
        issues: [{ path: ['cursor'], code: 'invalid', message: 'start again without it' }],
      },
    );
  }
}

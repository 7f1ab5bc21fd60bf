import type { CallInput, Endpoint, OutputOf } from '@evenkeel/contract/endpoint';
import {
  type InfiniteData,
  type QueryClient,
  type QueryKey,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { callApi } from './api-client.ts';
import { type LiveChange, onLiveChange } from './live-changes.ts';

type RowPage<Row> = { rows: Row[]; nextCursor: string | null; total: number };
type RowOf<E extends Endpoint> = OutputOf<E> extends RowPage<infer Row> ? Row : never;

const firstPage = 200;
const nextPages = 5_000;
const mostRows = 25_000;
const none: readonly string[] = [];

export type AllRows<Row> = {
  /** Undefined until the first are here. */
  readonly data: readonly Row[] | undefined;
  /** The same, none until the first are here. */
  readonly rows: readonly Row[];
  readonly total: number;
  /** More than the browser takes: the list must be narrowed to see the rest. */
  readonly isCut: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
};

/**
 * Every row of a list, for searching, filtering and sorting without waiting: the first 200 at once,
 * the rest in the background, up to 25,000. A change of a few rows fetches those rows only.
 * @param subject the table whose rows these are.
 * @param told tables that change what the rows say of themselves; asked again when next shown.
 */
export function useAllRows<E extends Endpoint>(
  endpoint: E,
  query: NonNullable<CallInput<E>['query']>,
  subject: string,
  told: readonly string[] = none,
): AllRows<RowOf<E>> {
  const key = [endpoint.path, 'all rows', query] as const;
  const client = useQueryClient();
  const found = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      const page = pageParam ? { limit: nextPages, cursor: pageParam } : { limit: firstPage };
      return fetchRows<E>(endpoint, { ...query, ...page }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (last, pages) => {
      const count = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return count < mostRows ? last.nextCursor : null;
    },
  });
  const { hasNextPage, isFetching, fetchNextPage } = found;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);

  const keyText = JSON.stringify(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key's text stands for endpoint and query
  useEffect(() => {
    const refresh = () => void client.invalidateQueries({ queryKey: key });
    const put = async (ids: readonly string[]) => {
      const fresh = await fetchRows<E>(endpoint, {
        ...query,
        ids: ids.join(','),
        limit: ids.length,
      });
      client.setQueryData<InfiniteData<RowPage<RowOf<E>>>>(key, (data) =>
        data ? withRows(data, ids, fresh.rows) : data,
      );
    };
    const replace = async (ids: readonly string[]) => {
      await put(ids);
      // A page that is on its way was begun from the rows as they were, and puts those back.
      while (client.isFetching({ queryKey: key, exact: true }) > 0) {
        await untilFetched(client, key);
        await put(ids);
      }
    };
    return onLiveChange((change: LiveChange) => {
      if (told.includes(change.subject)) {
        void client.invalidateQueries({ queryKey: key, refetchType: 'none' });
      }
      if (change.subject !== subject && change.subject !== '*') return;
      if (change.ids === null || change.ids.length === 0) refresh();
      else replace(change.ids).catch(refresh);
    });
  }, [client, keyText, subject, told]);

  const pages = found.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? [], [pages]);
  const total = pages?.[0]?.total ?? 0;
  return {
    data: pages && rows,
    rows,
    total: Math.max(total, rows.length),
    isCut: !hasNextPage && pages?.at(-1)?.nextCursor != null,
    error: found.error,
    refetch: found.refetch,
  };
}

function untilFetched(client: QueryClient, queryKey: QueryKey): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.getQueryCache().subscribe(() => {
      if (client.isFetching({ queryKey, exact: true }) > 0) return;
      stop();
      resolve();
    });
  });
}

async function fetchRows<E extends Endpoint>(
  endpoint: E,
  query: object,
  signal?: AbortSignal,
): Promise<RowPage<RowOf<E>>> {
  const answer = await callApi<Endpoint>(endpoint, { query }, signal);
  // Every list endpoint answers with a page of rows; RowOf is `never` for any other.
  return answer as RowPage<RowOf<E>>;
}

/** Rows replaced where they stand; those gone are taken out, those new come first. */
function withRows<Row>(
  data: InfiniteData<RowPage<Row>>,
  ids: readonly string[],
  fresh: readonly Row[],
): InfiniteData<RowPage<Row>> {
  const changed = new Set(ids);
  const freshById = new Map(fresh.map((row) => [idOf(row), row]));
  const pages = data.pages.map((page) => ({
    ...page,
    rows: page.rows.flatMap((row) => {
      const id = idOf(row);
      if (!changed.has(id)) return [row];
      const replacement = freshById.get(id);
      freshById.delete(id);
      return replacement ? [replacement] : [];
    }),
  }));
  const before = data.pages.reduce((sum, page) => sum + page.rows.length, 0);
  const [first, ...rest] = pages;
  if (!first) return data;
  const rows = [...freshById.values(), ...first.rows];
  const count = rows.length + rest.reduce((sum, page) => sum + page.rows.length, 0);
  return { ...data, pages: [{ ...first, rows, total: first.total + count - before }, ...rest] };
}

function idOf(row: unknown): string {
  // Every row of the contract has an id.
  return (row as { id: string }).id;
}

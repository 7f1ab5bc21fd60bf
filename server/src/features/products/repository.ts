import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { products } from '@evenkeel/contract/products';
import type { ProductId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { columnsOf } from '../../platform/db/columns.ts';
import { readPage, type SortKey } from '../../platform/db/paging.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { containing } from '../../platform/db/text-match.ts';
import { newId } from '../../platform/ids.ts';

const sortKeys: Record<string, SortKey> = {
  name: { by: sql.ref('product.name'), type: 'text' },
  series: { by: sql.ref('product.series'), type: 'text' },
  price: { by: sql.ref('product.price'), type: 'bigint' },
};

export type ProductRecord = Omit<
  Awaited<ReturnType<typeof listProducts>>['rows'][number],
  'sort_value'
>;
export type ProductFields = {
  readonly name?: string | undefined;
  readonly series?: string | null | undefined;
  readonly price?: number | null | undefined;
};

export function listProducts(scope: Scope, request: QueryOf<typeof products.list>) {
  let query = productRows(scope).where('product.deleted_at', 'is', null);
  // The contract has checked that these are ids.
  if (request.ids) query = query.where('product.id', 'in', request.ids as ProductId[]);
  if (request.search) {
    query = query.where(containing(['product.name', 'product.series'], request.search));
  }
  return readPage(query, request, sortKeys, sql<string>`product.id`);
}

/** One product, also from the trash. */
export function findProduct(scope: Scope, id: ProductId) {
  return productRows(scope).where('product.id', '=', id).executeTakeFirst();
}

export async function insertProduct(
  scope: Scope,
  { name, ...rest }: ProductFields & { readonly name: string },
): Promise<ProductId> {
  const id = newId<ProductId>();
  await scope.tx
    .insertInto('product')
    .values({ workspace_id: scope.workspaceId, id, name, ...columnsOf(rest) })
    .execute();
  return id;
}

export async function updateProduct(
  scope: Scope,
  id: ProductId,
  version: number,
  change: ProductFields,
): Promise<void> {
  await updateRecord(scope, 'product', { id, version }, columnsOf(change));
}

export async function isNameTaken(
  scope: Scope,
  name: string,
  but: ProductId | null,
): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('product')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where(sql`lower(name)`, '=', name.toLowerCase())
    .where('deleted_at', 'is', null)
    .where('id', 'is distinct from', but)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Moves a product into the trash or out of it. Whether there was one to move. */
export function setProductDeleted(
  scope: Scope,
  id: ProductId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'product', id, isDeleted);
}

function productRows(scope: Scope) {
  return scope.tx
    .selectFrom('product')
    .leftJoin(
      (from) =>
        from
          .selectFrom('deal')
          .innerJoin('stage', (join) =>
            join
              .onRef('stage.workspace_id', '=', 'deal.workspace_id')
              .onRef('stage.id', '=', 'deal.stage_id'),
          )
          .where('deal.workspace_id', '=', scope.workspaceId)
          .where('deal.deleted_at', 'is', null)
          .where('deal.product_id', 'is not', null)
          .groupBy('deal.product_id')
          .select([
            'deal.product_id',
            sql<string>`count(*) filter (where stage.outcome = 'open')`.as('open_count'),
            sql<string>`coalesce(sum(deal.value) filter (where stage.outcome = 'open'), 0)`.as(
              'open_value',
            ),
            sql<string>`count(*) filter (where stage.outcome = 'won')`.as('won_count'),
            sql<string>`coalesce(sum(deal.value) filter (where stage.outcome = 'won'), 0)`.as(
              'won_value',
            ),
          ])
          .as('sold'),
      (join) => join.onRef('sold.product_id', '=', 'product.id'),
    )
    .where('product.workspace_id', '=', scope.workspaceId)
    .select([
      'product.id',
      'product.version',
      'product.name',
      'product.series',
      'product.price',
      'product.deleted_at',
      'sold.open_count',
      'sold.open_value',
      'sold.won_count',
      'sold.won_value',
    ]);
}

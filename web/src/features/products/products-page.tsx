import type { ProductView } from '@evenkeel/contract/products';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../ui/format/money.ts';
import { MoneyText } from '../../ui/marks/values.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useProducts } from './api.ts';
import { ProductForm } from './components/product-form.tsx';

const noun = { one: 'product', many: 'products' };
const rowKey = (product: ProductView) => product.id;
const rowName = (product: ProductView) => product.name;

/** What the firm sells, and what became of it. */
export function ProductsPage() {
  const { currency } = useSession().workspace;
  const mayWrite = useMay('write');
  const found = useProducts();
  const { rows } = found;
  const view = useListView('products');
  const { state, setState } = view;
  const [openedId, setOpenedId] = useState<string | null>(null);
  const [isAdding, setAdding] = useAdding('New product', mayWrite);
  const columns = useMemo(() => columnsIn(currency), [currency]);
  const filters = useMemo(() => filtersOf(rows, currency), [rows, currency]);
  const opened = rows.find(({ id }) => id === openedId);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New product
    </Button>
  ) : null;
  return (
    <Page title="Products" layout="fill" primary={button}>
      <Loaded found={found} what="the products">
        {() => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            state={state}
            onStateChange={setState}
            toolbarStart={<SavedViewPicker view={view} />}
            exportName="products"
            {...(mayWrite ? { onOpenRow: (row: ProductView) => setOpenedId(row.id) } : {})}
            empty={
              <EmptyState
                icon={<IconPackage size={20} stroke={1.6} />}
                title="No products yet"
                actions={button}
              >
                A product is something the firm sells again and again: a workshop, a study, a
                licence. Deals name it, so that you see what sells.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {opened ? <ProductForm product={opened} onClose={() => setOpenedId(null)} /> : null}
      {isAdding ? <ProductForm product={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function columnsIn(currency: string): Column<ProductView>[] {
  const amount = (minor: number | null) => (
    <MoneyText amount={minor === null ? null : money(minor, currency)} />
  );
  const sum = (id: 'openValue' | 'wonValue', label: string): Column<ProductView> => ({
    id,
    label,
    width: 124,
    align: 'end',
    value: (product) => product[id],
    cell: (product) => amount(product[id]),
    exportValue: (product) => majorUnits(money(product[id], currency)),
    total: (rows) => amount(rows.reduce((total, row) => total + row[id], 0)),
  });
  const count = (id: 'openCount' | 'wonCount', label: string): Column<ProductView> => ({
    id,
    label,
    width: 96,
    align: 'end',
    value: (product) => product[id],
    total: (rows) => rows.reduce((total, row) => total + row[id], 0),
  });
  return [
    { id: 'name', label: 'Product', width: 240, grow: true, value: (product) => product.name },
    { id: 'series', label: 'Series', width: 150, value: (product) => product.series },
    {
      id: 'price',
      label: 'Usual price',
      width: 124,
      align: 'end',
      value: (product) => product.price,
      cell: (product) => amount(product.price),
      exportValue: (product) =>
        product.price === null ? '' : majorUnits(money(product.price, currency)),
    },
    count('openCount', 'Open deals'),
    sum('openValue', 'Open value'),
    count('wonCount', 'Won deals'),
    sum('wonValue', 'Won value'),
  ];
}

function filtersOf(
  rows: readonly ProductView[],
  currency: string,
): FilterDefinition<ProductView>[] {
  const series = [...new Set(rows.flatMap((row) => row.series ?? []))].sort();
  return [
    {
      id: 'series',
      label: 'Series',
      kind: 'choice',
      choices: series.map((name) => ({ value: name, label: name })),
      value: (product) => product.series ?? undefined,
    },
    { id: 'price', label: 'Usual price', kind: 'number', currency, value: (row) => row.price },
  ];
}

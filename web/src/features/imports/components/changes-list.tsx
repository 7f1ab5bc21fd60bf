import type { ImportChange } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import type { importKinds } from '@evenkeel/core/imports/kinds';
import { money } from '@evenkeel/core/money';
import { useMemo } from 'react';
import { useSession } from '../../../lib/session.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { formatMoney } from '../../../ui/format/money.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useChanges } from '../api.ts';
import { fieldLabel, recordWords } from '../model.ts';

type Row = ImportChange & { readonly key: string };

const noun = { one: 'value', many: 'values' };
const rowKey = (row: Row) => row.key;
const rowName = (row: Row) => `${row.name}, ${row.field}`;
const moneyFields = new Set(['value', 'price', 'annualRevenue']);
const kindOfRecord = {
  account: 'accounts',
  product: 'products',
  person: 'people',
  team: 'people',
  stage: 'deals',
  deal: 'deals',
} as const satisfies Record<ImportChange['kind'], (typeof importKinds)[number]>;

/** Each value of a record here already that differs from the file, before and after. */
export function ChangesList({ importId }: { readonly importId: ImportId }) {
  const { workspace } = useSession();
  const found = useChanges(importId);
  const { data } = found;
  const rows = useMemo(
    () => (data ?? []).map((change, index) => ({ ...change, key: String(index) })),
    [data],
  );
  const columns = useMemo(() => changeColumns(workspace.currency), [workspace.currency]);
  return (
    <Loaded found={found} what="the changes">
      {() => (
        <DataList
          noun={noun}
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          rowName={rowName}
          exportName="import-changes"
          empty={<EmptyState title="Nothing changes">What is here already is the same.</EmptyState>}
        />
      )}
    </Loaded>
  );
}

function changeColumns(currency: string): Column<Row>[] {
  const words = (row: Row, value: string | null) => {
    if (value === null || !moneyFields.has(row.field)) return value;
    return formatMoney(money(Number(value), currency));
  };
  return [
    { id: 'name', label: 'Record', width: 240, grow: true, value: (row) => row.name },
    { id: 'kind', label: 'Kind', width: 100, value: (row) => recordWords[row.kind].one },
    {
      id: 'field',
      label: 'Field',
      width: 150,
      value: (row) => fieldLabel(kindOfRecord[row.kind], row.field),
    },
    { id: 'before', label: 'In Evenkeel', width: 200, value: (row) => words(row, row.before) },
    { id: 'after', label: 'In the file', width: 200, value: (row) => words(row, row.after) },
    {
      id: 'action',
      label: 'What is done',
      width: 130,
      value: (row) => (row.action === 'keep' ? 'Kept' : 'Changed'),
    },
  ];
}

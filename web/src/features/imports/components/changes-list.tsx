import type { ImportChange } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import type { importKinds } from '@evenkeel/core/imports/kinds';
import type { OwnFields } from '@evenkeel/core/imports/recognise';
import { money } from '@evenkeel/core/money';
import { useMemo } from 'react';
import { useSession } from '../../../lib/session.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { formatMoney } from '../../../ui/format/money.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useChanges } from '../api.ts';
import { fieldLabel, fieldOf, recordWords } from '../model.ts';
import { useOwnFields } from '../use-own-fields.ts';

type Row = ImportChange & { readonly key: string };

const noun = { one: 'value', many: 'values' };
const rowKey = (row: Row) => row.key;
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
  const own = useOwnFields();
  const columns = useMemo(() => changeColumns(workspace.currency, own), [workspace.currency, own]);
  return (
    <Loaded found={found} what="the changes">
      {() => (
        <DataList
          noun={noun}
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          rowName={(row) => `${row.name}, ${labelOf(row, own)}`}
          exportName="import-changes"
          empty={<EmptyState title="Nothing changes">What is here already is the same.</EmptyState>}
        />
      )}
    </Loaded>
  );
}

const labelOf = (row: Row, own: OwnFields) => fieldLabel(kindOfRecord[row.kind], row.field, own);

function changeColumns(currency: string, own: OwnFields): Column<Row>[] {
  const words = (row: Row, value: string | null) => {
    const field = fieldOf(kindOfRecord[row.kind], row.field, own);
    if (value === null || field?.type !== 'money') return value;
    return formatMoney(money(Number(value), currency));
  };
  return [
    { id: 'name', label: 'Record', width: 240, grow: true, value: (row) => row.name },
    { id: 'kind', label: 'Kind', width: 100, value: (row) => recordWords[row.kind].one },
    {
      id: 'field',
      label: 'Field',
      width: 150,
      value: (row) => labelOf(row, own),
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

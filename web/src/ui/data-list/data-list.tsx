import { Button } from '@mantine/core';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { FilterDefinition } from '../filter-bar/filter.ts';
import { FilterBar } from '../filter-bar/filter-bar.tsx';
import { formatCount } from '../format/number.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { Column } from './column.ts';
import styles from './data-list.module.css';
import { ListGrid } from './list-grid.tsx';
import { type ListState, plainListState } from './list-state.ts';
import { SearchBox } from './search-box.tsx';
import { useListRows } from './use-list-rows.ts';
import { type ListTable, useListTable } from './use-list-table.ts';
import { useSelection } from './use-selection.ts';
import { ViewMenu } from './view-menu.tsx';

export type DataListProps<Row> = {
  /** What the list holds, in one and in many: `{ one: 'deal', many: 'deals' }`. */
  readonly noun: { readonly one: string; readonly many: string };
  readonly rows: readonly Row[];
  /** A constant or memo, as are `filters`: new arrays would sort everything again. */
  readonly columns: readonly Column<Row>[];
  readonly filters?: readonly FilterDefinition<Row>[];
  readonly rowKey: (row: Row) => string;
  /** The row's name, for screen readers. */
  readonly rowName: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  /** Instead of going to `rowHref`: open a drawer. */
  readonly onOpenRow?: (row: Row) => void;
  /** How the list is looked at, held by the page (address); the list keeps it itself without. */
  readonly state?: ListState;
  readonly onStateChange?: (state: ListState) => void;
  readonly initialState?: ListState;
  /** Said behind the count: the sum of the rows in view. */
  readonly summary?: (rows: readonly Row[]) => ReactNode;
  /** Buttons for the selected rows; rows can be selected only with it. */
  readonly bulkActions?: (rows: readonly Row[], clear: () => void) => ReactNode;
  /** Shown when there is no row at all. */
  readonly empty: ReactNode;
  readonly exportName?: string;
  /** Beside the filters: a switch between list and board. */
  readonly toolbarStart?: ReactNode;
};

const noFilters: readonly never[] = [];

/** The list of every page: search, filters, sort, columns, selection, totals, export. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { noun, rows, columns, filters = noFilters, rowKey, bulkActions } = props;
  const [ownState, setOwnState] = useState(props.initialState ?? plainListState);
  const state = props.state ?? ownState;
  const onStateChange = props.onStateChange ?? setOwnState;
  const shown = useListRows({ rows, columns, filters, state });
  const table = useListTable({ columns, state, onStateChange });
  const keyAt = useCallback(
    (index: number) => {
      const row = shown[index];
      return row === undefined ? '' : rowKey(row);
    },
    [shown, rowKey],
  );
  const selection = useSelection(keyAt, shown.length);
  const selectedRows = useMemo(
    () => (selection.keys.size > 0 ? shown.filter((row) => selection.keys.has(rowKey(row))) : []),
    [selection.keys, shown, rowKey],
  );
  if (rows.length === 0) return <>{props.empty}</>;
  return (
    <div className={styles['list']}>
      <div className={styles['toolbar']}>
        {props.toolbarStart}
        <SearchBox
          label={`Search ${noun.many}`}
          value={state.search}
          onChange={(search) => onStateChange({ ...state, search })}
        />
        <FilterBar
          definitions={filters}
          filters={state.filters}
          onChange={(next) => onStateChange({ ...state, filters: next })}
        />
        <div className={styles['toolbar-end']}>
          <span className={styles['summary']} role="status">
            {formatCount(shown.length, noun)}
            {props.summary && shown.length > 0 ? <> · {props.summary(shown)}</> : null}
          </span>
          <ViewMenu
            columns={columns}
            rows={shown}
            state={state}
            onStateChange={onStateChange}
            exportName={props.exportName ?? noun.many}
          />
        </div>
      </div>
      {shown.length === 0 ? (
        <NothingFound
          noun={noun}
          onClear={() => onStateChange({ ...state, search: '', filters: [] })}
        />
      ) : (
        <ListGrid
          label={capitalised(noun.many)}
          rows={shown}
          columns={columns}
          // The table knows its columns only; rows are not its business (see use-list-table).
          table={table as ListTable}
          density={state.density}
          rowKey={rowKey}
          rowName={props.rowName}
          rowHref={props.rowHref}
          onOpenRow={props.onOpenRow}
          selection={bulkActions ? selection : undefined}
          view={JSON.stringify([state.search, state.filters, state.sort])}
        />
      )}
      {bulkActions && selectedRows.length > 0 ? (
        <BulkBar count={selectedRows.length} onClear={selection.clear}>
          {bulkActions(selectedRows, selection.clear)}
        </BulkBar>
      ) : null}
    </div>
  );
}

type NothingFoundProps = { readonly noun: { readonly many: string }; readonly onClear: () => void };

function NothingFound({ noun, onClear }: NothingFoundProps) {
  return (
    <EmptyState
      title={`No ${noun.many} match`}
      actions={
        <Button variant="default" onClick={onClear}>
          Clear search and filters
        </Button>
      }
    >
      Nothing is lost: the search or a filter hides them.
    </EmptyState>
  );
}

function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}

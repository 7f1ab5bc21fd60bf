import type { ImportProblem } from '@evenkeel/contract/imports';
import type { ImportId } from '@evenkeel/core/id';
import { useMemo, useState } from 'react';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { type ListState, plainListState } from '../../../ui/data-list/list-state.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useProblems } from '../api.ts';

type ProblemsListProps = {
  readonly importId: ImportId;
  /** Only problems of this sort, to begin with; the sort's title by group. */
  readonly only: string | null;
  readonly titles: ReadonlyMap<string, string>;
};

type Row = ImportProblem & { readonly key: string; readonly title: string };

const noun = { one: 'problem', many: 'problems' };
const rowKey = (row: Row) => row.key;
const rowName = (row: Row) => `${row.fileName}, row ${row.row}`;

const columns: readonly Column<Row>[] = [
  { id: 'file', label: 'File', width: 170, value: (row) => row.fileName },
  { id: 'row', label: 'Row', width: 76, align: 'end', value: (row) => row.row },
  { id: 'column', label: 'Column', width: 130, value: (row) => row.column },
  { id: 'value', label: 'Value', width: 150, value: (row) => row.value },
  { id: 'message', label: 'Problem', width: 300, grow: true, value: (row) => row.message },
  { id: 'action', label: 'What is done', width: 260, value: (row) => row.action },
];

/** Every problem by file, row, column and value; searched, filtered and saved as CSV like any list. */
export function ProblemsList({ importId, only, titles }: ProblemsListProps) {
  const found = useProblems(importId);
  const { data } = found;
  const [state, setState] = useState<ListState>({
    ...plainListState,
    filters: only === null ? [] : [{ id: 'sort', kind: 'choice', anyOf: [only] }],
  });
  const rows = useMemo(
    () =>
      (data ?? []).map((problem, index) => ({
        ...problem,
        key: String(index),
        title: titles.get(problem.groupKey) ?? problem.code,
      })),
    [data, titles],
  );
  const filters = useMemo(() => problemFilters(rows), [rows]);
  return (
    <Loaded found={found} what="the problems">
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
          exportName="import-problems"
          empty={<EmptyState title="No problems">Every row can come in as it is.</EmptyState>}
        />
      )}
    </Loaded>
  );
}

function problemFilters(rows: readonly Row[]): FilterDefinition<Row>[] {
  const choices = (of: (row: Row) => string | null) =>
    [...new Set(rows.map(of).filter((word) => word !== null))].map((word) => ({
      value: word,
      label: word,
    }));
  return [
    {
      id: 'sort',
      label: 'Problem',
      kind: 'choice',
      choices: choices((row) => row.title),
      value: (row) => row.title,
    },
    {
      id: 'file',
      label: 'File',
      kind: 'choice',
      choices: choices((row) => row.fileName),
      value: (row) => row.fileName,
    },
    {
      id: 'column',
      label: 'Column',
      kind: 'choice',
      choices: choices((row) => row.column),
      value: (row) => row.column,
    },
  ];
}

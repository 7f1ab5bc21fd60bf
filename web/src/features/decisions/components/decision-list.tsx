import type { DecisionRow } from '@evenkeel/contract/decisions';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { acknowledgementMark } from '../model.ts';

type DecisionListProps = { readonly rows: readonly DecisionRow[] };

/** Decisions, the latest first. */
export function DecisionList({ rows }: DecisionListProps) {
  return (
    <DataList
      noun={noun}
      rows={rows}
      columns={columns}
      filters={filters}
      rowKey={keyOf}
      rowName={nameOf}
      rowHref={hrefOf}
      exportName="decisions"
      empty={
        <EmptyState title="No decisions yet">
          A decision keeps what could be chosen, why it was chosen and by whom, and what it changed
          in the plan and the price. The client can see and acknowledge it.
        </EmptyState>
      }
    />
  );
}

const noun = { one: 'decision', many: 'decisions' };
const keyOf = ({ id }: DecisionRow) => id;
const nameOf = ({ title }: DecisionRow) => title;
const hrefOf = ({ id }: DecisionRow) => `/decisions/${id}`;

const columns: readonly Column<DecisionRow>[] = [
  { id: 'title', label: 'Decision', grow: true, width: 260, value: ({ title }) => title },
  { id: 'chosen', label: 'Chosen', width: 190, value: ({ chosen }) => chosen },
  {
    id: 'decidedOn',
    label: 'Decided',
    width: 120,
    value: ({ decidedOn }) => decidedOn,
    cell: ({ decidedOn }) => <DateText date={decidedOn} />,
  },
  { id: 'by', label: 'By', width: 170, value: ({ decidedBy }) => decidedBy.join(', ') },
  {
    id: 'client',
    label: 'Client',
    width: 170,
    value: (row) => acknowledgementMark(row).label,
    cell: (row) => <StageMark {...acknowledgementMark(row)} />,
  },
  { id: 'project', label: 'Project', width: 190, value: ({ project }) => project.name },
  {
    id: 'account',
    label: 'Account',
    width: 160,
    hidden: true,
    value: ({ account }) => account?.name ?? null,
  },
];

const filters: readonly FilterDefinition<DecisionRow>[] = [
  { id: 'decidedOn', label: 'Decided', kind: 'date', value: ({ decidedOn }) => decidedOn },
  {
    id: 'client',
    label: 'Client',
    kind: 'choice',
    choices: ['Inside the firm', 'Shown to the client', 'Acknowledged'].map((label) => ({
      value: label,
      label,
    })),
    value: (row) => acknowledgementMark(row).label,
  },
];

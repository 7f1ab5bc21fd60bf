import type { AnalysisBoardRow } from '@evenkeel/contract/analysis';
import { boardDefinitions, boardKinds } from '@evenkeel/core/strategy/analysis-board';
import { Button } from '@mantine/core';
import { IconLayoutGrid, IconPlus } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../ui/data-list/use-address-list-state.ts';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useBoards } from './api.ts';
import { BoardForm } from './components/board-form.tsx';

const noun = { one: 'board', many: 'boards' };
const rowKey = (row: AnalysisBoardRow) => row.id;
const rowName = (row: AnalysisBoardRow) => row.name;
const rowHref = (row: AnalysisBoardRow) => `/analysis/${row.id}`;

const columns: readonly Column<AnalysisBoardRow>[] = [
  { id: 'name', label: 'Board', value: (row) => row.name, grow: true, width: 240 },
  { id: 'kind', label: 'Kind', value: (row) => boardDefinitions[row.kind].name, width: 190 },
  { id: 'plan', label: 'Plan', value: (row) => row.plan?.name, width: 220 },
  { id: 'insights', label: 'Insights', value: (row) => row.insightCount, align: 'end', width: 90 },
  {
    id: 'linked',
    label: 'Led to something',
    value: (row) => row.linkedCount,
    align: 'end',
    width: 130,
  },
];

const filters: readonly FilterDefinition<AnalysisBoardRow>[] = [
  {
    id: 'kind',
    label: 'Kind',
    kind: 'choice',
    choices: boardKinds.map((value) => ({ value, label: boardDefinitions[value].name })),
    value: (row) => row.kind,
  },
  { id: 'plan', label: 'Plan', kind: 'text', value: (row) => row.plan?.name },
];

export function BoardsPage() {
  return <Boards isArchived={false} />;
}

export function ArchivedBoardsPage() {
  return <Boards isArchived />;
}

/** Analysis boards: SWOT, PESTEL and the others (ST-37). */
function Boards({ isArchived }: { readonly isArchived: boolean }) {
  const found = useBoards(isArchived);
  const [state, setState] = useAddressListState();
  const mayWrite = useMay('write');
  const [isAdding, setAdding] = useAdding('New board', mayWrite);
  const open = useOpen();
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New board
    </Button>
  ) : null;
  return (
    <Page
      title="Analysis"
      layout="fill"
      tabs={[
        { label: 'Boards', href: '/analysis', active: !isArchived },
        { label: 'Archived', href: '/analysis/archived', active: isArchived },
      ]}
      primary={button}
    >
      <Loaded found={found} what="the boards">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            state={state}
            onStateChange={setState}
            empty={
              <EmptyState
                icon={<IconLayoutGrid size={20} stroke={1.6} />}
                title={isArchived ? 'No archived board' : 'No analysis board yet'}
                actions={isArchived ? null : button}
              >
                A board collects what you found out before you decide: strengths, threats, forces.
                Each insight can say which goals and initiatives it led to.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding ? (
        <BoardForm
          onClose={() => setAdding(false)}
          onCreated={(board) => open(`/analysis/${board.id}`)}
        />
      ) : null}
    </Page>
  );
}

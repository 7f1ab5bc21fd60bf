import type { PlanRow } from '@evenkeel/contract/plans';
import { planScopes, planStates } from '@evenkeel/core/strategy/plan';
import { Button } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { planStateLabels, planStateShapes } from '../../lib/plan-state.ts';
import { recordNumber } from '../../lib/record-number.ts';
import { isReviewOverdue } from '../../lib/review-words.ts';
import { useMay } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { formatInstant, readerToday } from '../../ui/format/date.ts';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { DateText, Nothing } from '../../ui/marks/values.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { usePlans } from './api.ts';
import { PlanForm } from './components/plan-form.tsx';
import { planScopeInWords, planScopeLabels } from './model.ts';

const noun = { one: 'plan', many: 'plans' };
const rowKey = (row: PlanRow) => row.id;
const rowName = (row: PlanRow) => row.name;
const rowHref = (row: PlanRow) => `/plans/${row.id}`;

const columns: readonly Column<PlanRow>[] = [
  { id: 'name', label: 'Strategic plan', value: (row) => row.name, grow: true, width: 220 },
  {
    id: 'number',
    label: 'Number',
    value: (row) => recordNumber('plan', row.number),
    sortValue: (row) => row.number,
    width: 92,
    hidden: true,
  },
  {
    id: 'state',
    label: 'State',
    value: (row) => planStateLabels[row.state],
    cell: (row) => (
      <StageMark label={planStateLabels[row.state]} shape={planStateShapes[row.state]} />
    ),
    sortValue: (row) => planStates.indexOf(row.state),
    width: 116,
  },
  {
    id: 'startsOn',
    label: 'From',
    value: (row) => row.startsOn,
    cell: (row) => <DateText date={row.startsOn} />,
    width: 112,
  },
  {
    id: 'endsOn',
    label: 'To',
    value: (row) => row.endsOn,
    cell: (row) => <DateText date={row.endsOn} />,
    width: 112,
  },
  {
    id: 'scope',
    label: 'Whose',
    value: planScopeInWords,
    width: 130,
  },
  {
    id: 'nextReviewOn',
    label: 'Next review',
    value: (row) => row.nextReviewOn,
    cell: (row) => <DateText date={row.nextReviewOn} lateAfter={readerToday()} />,
    width: 116,
  },
  { id: 'goals', label: 'Goals', value: (row) => row.goalCount, align: 'end', width: 72 },
  {
    id: 'owner',
    label: 'Owner',
    value: (row) => row.owner?.name,
    cell: (row) => <PersonMark person={row.owner ?? undefined} />,
    width: 160,
  },
  {
    id: 'approvedBy',
    label: 'Approved',
    value: (row) => row.approvedAt,
    cell: (row) =>
      row.approvedAt ? (
        <span title={formatInstant(row.approvedAt)}>by {row.approvedBy?.name ?? 'somebody'}</span>
      ) : (
        <Nothing />
      ),
    width: 170,
  },
];

const filters: readonly FilterDefinition<PlanRow>[] = [
  {
    id: 'state',
    label: 'State',
    kind: 'choice',
    choices: planStates.map((value) => ({ value, label: planStateLabels[value] })),
    value: (row) => row.state,
  },
  {
    id: 'scope',
    label: 'Whose',
    kind: 'choice',
    choices: planScopes.map((value) => ({ value, label: planScopeLabels[value] })),
    value: (row) => row.scope,
  },
  {
    id: 'review',
    label: 'Review',
    kind: 'choice',
    choices: [
      { value: 'overdue', label: 'Review overdue' },
      { value: 'fresh', label: 'Reviewed in time' },
    ],
    value: (row) => (isReviewOverdue(row.nextReviewOn, readerToday()) ? 'overdue' : 'fresh'),
  },
];

/** The strategic plans of the firm. */
export function PlansPage() {
  const found = usePlans();
  const view = useListView('plans');
  const { state, setState } = view;
  const mayWrite = useMay('write');
  const open = useOpen();
  const [adding, setAdding] = useAdding('New strategic plan', mayWrite);
  const add = () => setAdding(true);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={add}>
      New plan
    </Button>
  ) : null;
  return (
    <Page title="Strategic plans" layout="fill" primary={button}>
      <Loaded found={found} what="the plans">
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
            toolbarStart={<SavedViewPicker view={view} />}
            empty={
              <EmptyState
                icon={<IconRoute size={20} stroke={1.6} />}
                title="No strategic plan yet"
                actions={button}
              >
                A strategic plan says what the firm is for, where it stands, where it wants to be,
                and the goals on the way. Initiatives then serve those goals.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {adding ? (
        <PlanForm
          onClose={() => setAdding(false)}
          onCreated={(plan) => open(`/plans/${plan.id}`)}
        />
      ) : null}
    </Page>
  );
}

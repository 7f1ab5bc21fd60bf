import type { GoalRow } from '@evenkeel/contract/goals';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconPlus, IconTarget } from '@tabler/icons-react';
import { useMemo } from 'react';
import { goalTabs } from '../../lib/goal-tabs.ts';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { Hint } from '../../ui/hint/hint.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { BulkEditPanel, bulkField } from '../bulk/components/bulk-edit-panel.tsx';
import { PersonPicker, type PickedPerson } from '../people/components/person-picker.tsx';
import { useListExtras } from '../record/api.ts';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useGoals } from './api.ts';
import { goalColumns, goalFilters } from './components/goal-columns.tsx';
import { GoalForm } from './components/goal-form.tsx';
import styles from './components/goals.module.css';

/** What can be set on several goals at once. */
const bulkFields = [
  bulkField<GoalRow, PickedPerson | null>('goal', {
    label: 'Owner',
    empty: null,
    read: (row) => row.owner,
    change: (person) => ({ ownerId: person?.id ?? null }),
    editor: (field) => <PersonPicker {...field} />,
  }),
  bulkField<GoalRow, CalendarDate | null>('goal', {
    label: 'Deadline',
    empty: null,
    read: (row) => row.deadline,
    change: (deadline) => ({ deadline }),
    editor: (field) => <DateField {...field} />,
  }),
];

const noun = { one: 'goal', many: 'goals' };
const rowKey = (row: GoalRow) => row.id;
const rowName = (row: GoalRow) => row.name;
const rowHref = (row: GoalRow) => `/goals/${row.id}`;

/** All goals of the firm; those that no initiative serves are flagged (ST-20). */
export function GoalsPage() {
  const found = useGoals();
  const view = useListView('goals');
  const { state, setState } = view;
  const mayWrite = useMay('write');
  const open = useOpen();
  const { columns, filters } = useGoalColumns();
  const [adding, setAdding] = useAdding('New goal', mayWrite);
  const add = () => setAdding(true);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={add}>
      New goal
    </Button>
  ) : null;
  return (
    <Page title="Goals" layout="fill" tabs={goalTabs('list')} primary={button}>
      <div className={styles['hint']}>
        <Hint id="goals">
          A <strong>goal</strong> is a large end result you can observe and measure. It is reached
          through several <strong>initiatives</strong>: smaller, near, with a team, a budget and
          dates.
        </Hint>
      </div>
      <Loaded found={found} what="the goals">
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
            summary={unservedInWords}
            {...(mayWrite
              ? {
                  bulkActions: (selected: readonly GoalRow[], clear: () => void) => (
                    <BulkEditPanel
                      kind="goal"
                      noun={noun}
                      rows={selected}
                      fields={bulkFields}
                      onDone={clear}
                    />
                  ),
                }
              : {})}
            empty={
              <EmptyState
                icon={<IconTarget size={20} stroke={1.6} />}
                title="No goals yet"
                actions={button}
              >
                Here stand the end results the firm wants: what drives each, where it starts, where
                it should be and by when.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {adding ? (
        <GoalForm
          onClose={() => setAdding(false)}
          onCreated={(goal) => open(`/goals/${goal.id}`)}
        />
      ) : null}
    </Page>
  );
}

/** Those of goals, then tags and the firm's own fields. */
function useGoalColumns() {
  const extras = useListExtras<GoalRow>('goal');
  return useMemo(
    () => ({
      columns: [...goalColumns, ...extras.columns],
      filters: [...goalFilters, ...extras.filters],
    }),
    [extras],
  );
}

function unservedInWords(rows: readonly GoalRow[]): string {
  const count = rows.filter((row) => row.initiativeCount === 0).length;
  return count === 0 ? 'each has an initiative' : `${count} without an initiative`;
}

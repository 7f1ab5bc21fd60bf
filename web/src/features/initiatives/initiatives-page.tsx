import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { Hint } from '../../ui/hint/hint.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { BulkEditPanel, bulkField } from '../bulk/components/bulk-edit-panel.tsx';
import { PersonPicker, type PickedPerson } from '../people/components/person-picker.tsx';
import { useListExtras } from '../record/api.ts';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useInitiatives } from './api.ts';
import { initiativeColumns, initiativeFilters } from './components/initiative-columns.tsx';
import { InitiativeForm } from './components/initiative-form.tsx';
import styles from './components/initiatives.module.css';
import { servedGoals } from './model.ts';
import { NoInitiatives } from './views/components/initiatives-frame.tsx';
import { initiativeTabs } from './views/initiative-tabs.ts';

/** What can be set on several initiatives at once. */
const bulkFields = [
  bulkField<InitiativeRow, PickedPerson | null>('initiative', {
    label: 'Owner',
    empty: null,
    read: (row) => row.owner,
    change: (person) => ({ ownerId: person?.id ?? null }),
    editor: (field) => <PersonPicker {...field} />,
  }),
  bulkField<InitiativeRow, PickedPerson | null>('initiative', {
    label: 'Project manager',
    empty: null,
    read: (row) => row.projectManager,
    change: (person) => ({ projectManagerId: person?.id ?? null }),
    editor: (field) => <PersonPicker {...field} />,
  }),
  bulkField<InitiativeRow, CalendarDate | null>('initiative', {
    label: 'End',
    empty: null,
    read: (row) => row.endOn,
    change: (endOn) => ({ endOn }),
    editor: (field) => <DateField {...field} />,
  }),
];

const noun = { one: 'initiative', many: 'initiatives' };
const rowKey = (row: InitiativeRow) => row.id;
const rowName = (row: InitiativeRow) => row.name;
const rowHref = (row: InitiativeRow) => `/initiatives/${row.id}`;

/** All initiatives, from considered to completed, with their test, their goals and their hours. */
export function InitiativesPage() {
  const found = useInitiatives();
  const extras = useListExtras<InitiativeRow>('initiative');
  const view = useListView('initiatives');
  const { state, setState } = view;
  const { workspace } = useSession();
  const columns = useMemo(
    () => [...initiativeColumns(workspace.currency), ...extras.columns],
    [workspace.currency, extras],
  );
  const filters = useMemo(() => [...initiativeFilters, ...extras.filters], [extras]);
  const mayWrite = useMay('write');
  const open = useOpen();
  const [adding, setAdding] = useAdding('New initiative', mayWrite);
  const add = () => setAdding(true);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={add}>
      New initiative
    </Button>
  ) : null;
  return (
    <Page title="Initiatives" layout="fill" tabs={initiativeTabs('list')} primary={button}>
      <div className={styles['hint']}>
        <Hint id="initiatives">
          An <strong>initiative</strong> is the firm’s own work for its own strategy, near and being
          done. With three of five (defined, a team, leader and project manager, a budget, dates) it
          is one; with fewer it is still a <strong>goal</strong> in the making.
        </Hint>
      </div>
      <Loaded found={found} what="the initiatives">
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
            summary={flaggedInWords}
            {...(mayWrite
              ? {
                  bulkActions: (selected: readonly InitiativeRow[], clear: () => void) => (
                    <BulkEditPanel
                      kind="initiative"
                      noun={noun}
                      rows={selected}
                      fields={bulkFields}
                      onDone={clear}
                    />
                  ),
                }
              : {})}
            empty={<NoInitiatives button={button} />}
          />
        )}
      </Loaded>
      {adding ? (
        <InitiativeForm
          onClose={() => setAdding(false)}
          onCreated={(initiative) => open(`/initiatives/${initiative.id}`)}
        />
      ) : null}
    </Page>
  );
}

function flaggedInWords(rows: readonly InitiativeRow[]): string {
  const count = rows.filter((row) => servedGoals(row).length === 0).length;
  return count === 0 ? 'each serves a goal' : `${count} without a goal`;
}

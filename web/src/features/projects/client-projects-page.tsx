import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { BulkEditPanel, bulkField } from '../bulk/components/bulk-edit-panel.tsx';
import { ForecastAllPanel } from '../forecasts/components/forecast-all-panel.tsx';
import { PersonPicker, type PickedPerson } from '../people/components/person-picker.tsx';
import { useListExtras } from '../record/api.ts';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useClientProjects } from './api.ts';
import { NewProjectModal } from './components/new-project-modal.tsx';
import { projectColumns, projectFilters } from './components/project-columns.tsx';
import type { ClientProjectRow } from './model.ts';

/** Every client project: paid work for accounts. */
export function ClientProjectsPage() {
  const { workspace } = useSession();
  const mayWrite = useMay('write');
  const found = useClientProjects();
  const extras = useListExtras<ClientProjectRow>('client-project');
  const view = useListView('client-projects');
  const { state, setState } = view;
  const rows = useMemo(
    () => found.rows.filter((row): row is ClientProjectRow => row.kind === 'client'),
    [found.rows],
  );
  const columns = useMemo(
    () => [...projectColumns(workspace.currency), ...extras.columns],
    [workspace.currency, extras],
  );
  const filters = useMemo(() => [...projectFilters(rows), ...extras.filters], [rows, extras]);
  const [isAdding, setAdding] = useAdding('New client project', mayWrite);
  const add = () => setAdding(true);
  return (
    <Page
      title="Client projects"
      layout="fill"
      actions={mayWrite ? <ForecastAllPanel /> : undefined}
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            New client project
          </Button>
        ) : undefined
      }
    >
      <Loaded found={found} what="the client projects">
        {() => (
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
            {...(mayWrite
              ? {
                  bulkActions: (selected: readonly ClientProjectRow[], clear: () => void) => (
                    <BulkEditPanel
                      kind="client-project"
                      noun={noun}
                      rows={selected}
                      fields={bulkFields}
                      onDone={clear}
                    />
                  ),
                }
              : {})}
            empty={<NoProjects mayWrite={mayWrite} onAdd={add} />}
            exportName="client-projects"
          />
        )}
      </Loaded>
      {isAdding ? <NewProjectModal onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

/** What can be set on several client projects at once. */
const bulkFields = [
  bulkField<ClientProjectRow, PickedPerson | null>('client-project', {
    label: 'Owner',
    empty: null,
    read: (row) => row.owner,
    change: (person) => ({ ownerId: person?.id ?? null }),
    editor: (field) => <PersonPicker {...field} />,
  }),
  bulkField<ClientProjectRow, PickedPerson | null>('client-project', {
    label: 'Project manager',
    empty: null,
    read: (row) => row.projectManager,
    change: (person) => ({ projectManagerId: person?.id ?? null }),
    editor: (field) => <PersonPicker {...field} />,
  }),
  bulkField<ClientProjectRow, CalendarDate | null>('client-project', {
    label: 'End',
    empty: null,
    read: (row) => row.endOn,
    change: (endOn) => ({ endOn }),
    editor: (field) => <DateField {...field} />,
  }),
];

const noun = { one: 'client project', many: 'client projects' };
const rowKey = (row: ClientProjectRow) => row.id;
const rowName = (row: ClientProjectRow) => row.name;
const rowHref = (row: ClientProjectRow) => `/client-projects/${row.id}`;

function NoProjects({ mayWrite, onAdd }: { mayWrite: boolean; onAdd: () => void }) {
  return (
    <EmptyState
      title="No client projects yet"
      actions={
        <>
          <Button component={AppLink} href="/hand-offs">
            See what waits to be handed off
          </Button>
          {mayWrite ? (
            <Button variant="default" onClick={onAdd}>
              New client project
            </Button>
          ) : null}
        </>
      }
    >
      Paid work for an account. It begins when a deal is won, its contract signed and the hand-off
      accepted: then phases, tasks and hours stand here without anything being typed again.
    </EmptyState>
  );
}

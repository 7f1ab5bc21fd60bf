import type { PersonRow } from '@evenkeel/contract/people';
import { Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { readerToday } from '../../ui/format/date.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { usePeople, useRoles, useTeams } from './api.ts';
import { peopleColumns, peopleFilters } from './components/people-columns.tsx';
import { PersonForm } from './components/person-form.tsx';
import { hasLeft, peopleTabs } from './model.ts';

const noun = { one: 'person', many: 'people' };
const rowKey = (person: PersonRow) => person.id;
const rowName = (person: PersonRow) => person.name;
const rowHref = (person: PersonRow) => `/people/${person.id}`;

/** Everybody whose time is planned, also those who left (PM-13). */
export function PeoplePage() {
  const { currency } = useSession().workspace;
  const mayManage = useMay('manage');
  const found = usePeople();
  const teams = useTeams().data?.rows;
  const roles = useRoles().data?.rows;
  const view = useListView('people');
  const { state, setState } = view;
  const today = readerToday();
  const context = useMemo(
    () => ({ currency, today, maySeeRates: mayManage }),
    [currency, today, mayManage],
  );
  const columns = useMemo(() => peopleColumns(context), [context]);
  const filters = useMemo(
    () => peopleFilters(context, teams ?? [], roles ?? []),
    [context, teams, roles],
  );
  const [isAdding, setAdding] = useAdding('New person', mayManage);
  const add = () => setAdding(true);
  const button = mayManage ? (
    <Button leftSection={<IconPlus size={16} />} onClick={add}>
      New person
    </Button>
  ) : null;
  return (
    <Page title="People" layout="fill" tabs={peopleTabs('people')} primary={button}>
      <Loaded found={found} what="the people">
        {(rows) => (
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
            summary={(rows) => leftInWords(rows, today)}
            exportName="people"
            empty={
              <EmptyState
                icon={<IconUsers size={20} stroke={1.6} />}
                title="Nobody here yet"
                actions={button}
              >
                Here stands everybody whose time is planned and logged: staff, contractors and
                vendors, with or without a login.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding ? <PersonForm onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function leftInWords(rows: readonly PersonRow[], today: string): string {
  const count = rows.filter((row) => hasLeft(row, today)).length;
  return count === 0 ? 'all in the firm' : `${count} of them left`;
}

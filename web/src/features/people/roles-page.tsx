import type { RoleView } from '@evenkeel/contract/people';
import { Button } from '@mantine/core';
import { IconId, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useRoles } from './api.ts';
import { roleColumns } from './components/people-columns.tsx';
import { NewRoleForm, RoleDialog } from './components/role-dialog.tsx';
import { peopleTabs } from './model.ts';

const noun = { one: 'role', many: 'roles' };
const rowKey = (role: RoleView) => role.id;
const rowName = (role: RoleView) => role.name;

/** What people do in delivery, with the firm's standard rates. */
export function RolesPage() {
  const { currency } = useSession().workspace;
  const found = useRoles();
  const mayManage = useMay('manage');
  const [openedId, setOpenedId] = useState<string | null>(null);
  const columns = useMemo(() => roleColumns(currency, mayManage), [currency, mayManage]);
  const opened = found.data?.rows.find(({ id }) => id === openedId);
  const [isAdding, setAdding] = useAdding('New role', mayManage);
  const add = () => setAdding(true);
  const button = mayManage ? (
    <Button leftSection={<IconPlus size={16} />} onClick={add}>
      New role
    </Button>
  ) : null;
  return (
    <Page title="People" layout="fill" tabs={peopleTabs('roles')} primary={button}>
      <Loaded found={found} what="the roles">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            rowName={rowName}
            {...(mayManage ? { onOpenRow: (role: RoleView) => setOpenedId(role.id) } : {})}
            empty={
              <EmptyState
                icon={<IconId size={20} stroke={1.6} />}
                title="No roles yet"
                actions={button}
              >
                A role is what somebody does in delivery. Deals sell hours by role, tasks ask for
                one, and its standard rates count for everybody without rates of their own.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {opened ? <RoleDialog role={opened} onClose={() => setOpenedId(null)} /> : null}
      {isAdding ? <NewRoleForm onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

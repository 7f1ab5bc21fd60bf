import type { ActionView } from '@evenkeel/contract/actions';
import { Button } from '@mantine/core';
import { IconPlus, IconSquareCheck } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../ui/data-list/use-address-list-state.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useActions } from './api.ts';
import { actionColumns, actionFilters } from './components/action-columns.tsx';
import { ActionForm } from './components/action-form.tsx';

const noun = { one: 'action', many: 'actions' };
const rowKey = (row: ActionView) => row.id;
const rowName = (row: ActionView) => row.name;
const isText = (value: unknown): value is string => typeof value === 'string';

export function OpenActionsPage() {
  return <ActionsPage isDone={false} />;
}

export function DoneActionsPage() {
  return <ActionsPage isDone />;
}

/** All actions, whatever they are about (ST-41). */
function ActionsPage({ isDone }: { readonly isDone: boolean }) {
  const found = useActions(isDone);
  const mayWrite = useMay('write');
  const columns = useMemo(() => actionColumns(mayWrite), [mayWrite]);
  const [state, setState] = useAddressListState();
  const [isAdding, setAdding] = useAdding('New action', mayWrite);
  // The palette and links open one by `?action=…`.
  const [openId, setOpenId] = useAddressState('action', '', isText);
  const [picked, setPicked] = useState<ActionView | null>(null);
  const isElsewhere = Boolean(openId && found.data?.rows.every(({ id }) => id !== openId));
  const open = useOpen();
  useEffect(() => {
    // A link does not know whether the action is done by now.
    if (isElsewhere && !isDone) open(`/actions/done?action=${openId}`, { replace: true });
  }, [isElsewhere, isDone, openId, open]);
  const opened = picked ?? found.data?.rows.find(({ id }) => id === openId) ?? null;
  const close = () => {
    setPicked(null);
    if (openId !== '') setOpenId('');
  };
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New action
    </Button>
  ) : null;
  return (
    <Page
      title="Actions"
      layout="fill"
      tabs={[
        { label: 'Open', href: '/actions', active: !isDone },
        { label: 'Done', href: '/actions/done', active: isDone },
      ]}
      primary={button}
    >
      <Loaded found={found} what="the actions">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={actionFilters}
            rowKey={rowKey}
            rowName={rowName}
            onOpenRow={setPicked}
            state={state}
            onStateChange={setState}
            summary={overdueInWords}
            exportName="actions"
            empty={<NoActions isDone={isDone} button={button} />}
          />
        )}
      </Loaded>
      {isAdding ? <ActionForm action={null} onClose={() => setAdding(false)} /> : null}
      {opened ? <ActionForm key={opened.id} action={opened} onClose={close} /> : null}
    </Page>
  );
}

function NoActions({ isDone, button }: { isDone: boolean; button: React.ReactNode }) {
  return (
    <EmptyState
      icon={<IconSquareCheck size={20} stroke={1.6} />}
      title={isDone ? 'Nothing is done yet' : 'No open action'}
      actions={isDone ? null : button}
    >
      An action is a small to-do with an owner and a day. It can be about anything: an insight, a
      goal, a deal, an account. Work with hours and a plan is a task of a project instead.
    </EmptyState>
  );
}

function overdueInWords(rows: readonly ActionView[]): string {
  const count = rows.filter(({ isOverdue }) => isOverdue).length;
  return count === 0 ? '' : `${count} overdue`;
}

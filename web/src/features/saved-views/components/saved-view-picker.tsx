import { type SavedViewView, savedViews } from '@evenkeel/contract/saved-views';
import { Button, Menu } from '@mantine/core';
import {
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useMay, useSession } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { type ListView, useSavedViewWrite } from '../api.ts';
import { SavedViewModal } from './saved-view-modal.tsx';
import styles from './saved-views.module.css';

type SavedViewPickerProps = { readonly view: ListView };

/** Opens a saved view of a list, and keeps how the list is looked at as one. */
export function SavedViewPicker({ view }: SavedViewPickerProps) {
  const { member } = useSession();
  const mayManage = useMay('manage');
  const [asked, setAsked] = useState<'new' | 'edit' | null>(null);
  const { current, views, isChanged } = view;
  const mayChange =
    current !== undefined && (current.owner.id === member.id || (current.isShared && mayManage));
  return (
    <>
      <Menu position="bottom-start" width={250}>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={13} />}>
            <span className={styles['name']}>{current?.name ?? 'All'}</span>
            {isChanged ? <span className={styles['changed']}>changed</span> : null}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ViewItem label="All" isCurrent={!current} onClick={() => view.open(null)} />
          {views.map((one) => (
            <ViewItem
              key={one.id}
              label={one.name}
              isShared={one.isShared}
              isCurrent={one.id === current?.id}
              onClick={() => view.open(one)}
            />
          ))}
          <Menu.Divider />
          {isChanged && mayChange ? <SaveItem view={view} current={current} /> : null}
          <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => setAsked('new')}>
            Save as a new view…
          </Menu.Item>
          {mayChange ? (
            <>
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setAsked('edit')}>
                Name and sharing…
              </Menu.Item>
              <DeleteItem view={view} current={current} />
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {asked ? (
        <SavedViewModal
          view={view}
          edited={asked === 'edit' ? current : undefined}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

type ViewItemProps = {
  readonly label: string;
  readonly isShared?: boolean;
  readonly isCurrent: boolean;
  readonly onClick: () => void;
};

function ViewItem({ label, isShared = false, isCurrent, onClick }: ViewItemProps) {
  return (
    <Menu.Item
      leftSection={isCurrent ? <IconCheck size={15} /> : <span className={styles['place']} />}
      rightSection={
        isShared ? <IconUsers size={14} role="img" aria-label="shared with everybody" /> : null
      }
      {...(isCurrent ? { 'aria-current': true } : {})}
      onClick={onClick}
    >
      {label}
    </Menu.Item>
  );
}

type CurrentProps = { readonly view: ListView; readonly current: SavedViewView };

function SaveItem({ view, current }: CurrentProps) {
  const update = useSavedViewWrite(savedViews.update);
  const save = async () => {
    try {
      await update.mutateAsync({
        params: { id: current.id },
        version: current.version,
        body: { state: view.state },
      });
      view.open(current);
      notifyDone({ message: `${current.name} saved` });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={() => void save()}>
      Save the changes
    </Menu.Item>
  );
}

function DeleteItem({ view, current }: CurrentProps) {
  const remove = useSavedViewWrite(savedViews.remove);
  const restore = useSavedViewWrite(savedViews.restore);
  const params = { id: current.id };
  const takeAway = async () => {
    try {
      await remove.mutateAsync({ params });
      view.open(null);
      const undo = async () => void (await restore.mutateAsync({ params }));
      notifyDone({ message: `${current.name} deleted; the records are all still here`, undo });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void takeAway()}>
      Delete this view
    </Menu.Item>
  );
}

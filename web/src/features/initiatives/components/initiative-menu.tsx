import { type InitiativeView, initiatives } from '@evenkeel/contract/initiatives';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconEye, IconTrash } from '@tabler/icons-react';
import { problemOf } from '../../../ui/form/problem.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useInitiativeWrite } from '../api.ts';

/** What is done to an initiative now and then. */
export function InitiativeMenu({ initiative }: { readonly initiative: InitiativeView }) {
  const remove = useInitiativeWrite(initiatives.remove);
  const restore = useInitiativeWrite(initiatives.restore);
  const open = useOpen();
  const params = { id: initiative.id };
  const canStart = ['considered', 'proposed', 'approved'].includes(initiative.state);
  const putAway = async () => {
    try {
      await remove.mutateAsync({ params });
      open('/initiatives');
      notifyDone({
        message: `“${initiative.name}” is in the trash`,
        undo: async () => {
          await restore.mutateAsync({ params });
          open(`/initiatives/${initiative.id}`);
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <ActionIcon aria-label="More actions">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canStart ? (
          <Menu.Item
            component={AppLink}
            href={`/initiatives/${initiative.id}/preview`}
            leftSection={<IconEye size={15} />}
          >
            Preview what starting does
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void putAway()}>
          Move to the trash
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

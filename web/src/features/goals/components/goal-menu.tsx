import { type GoalView, goals } from '@evenkeel/contract/goals';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash } from '@tabler/icons-react';
import { useMay } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { useGoalWrite } from '../api.ts';

/** What is done to a goal now and then. */
export function GoalMenu({ goal }: { readonly goal: GoalView }) {
  const mayWrite = useMay('write');
  const remove = useGoalWrite(goals.remove);
  const restore = useGoalWrite(goals.restore);
  const open = useOpen();
  const params = { id: goal.id };
  if (!mayWrite || goal.deletedAt !== null) return null;
  const removeGoal = async () => {
    try {
      await remove.mutateAsync({ params });
      open('/goals');
      notifyDone({
        message: `“${goal.name}” is in the trash`,
        undo: async () => {
          await restore.mutateAsync({ params });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon aria-label="More actions">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void removeGoal()}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

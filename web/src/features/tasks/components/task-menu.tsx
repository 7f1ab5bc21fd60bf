import type { TaskRow } from '@evenkeel/contract/tasks';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowRight,
  IconArrowUp,
  IconDots,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlayerPlay,
  IconSubtask,
  IconTrash,
} from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { ShortcutKeys } from '../../../ui/shortcut/shortcut-keys.tsx';
import { useTimer } from '../../time/api.ts';
import type { PhaseGroup } from '../model.ts';
import type { TaskActions } from '../use-task-actions.ts';
import styles from './tasks.module.css';

export type TaskMenuProps = {
  readonly task: TaskRow;
  readonly mayWrite: boolean;
  readonly groups: readonly PhaseGroup[];
  readonly actions: TaskActions;
  readonly onStep: (task: TaskRow, step: -1 | 1) => void;
  /** Makes it a part of the one above, or takes it out of what it is part of. */
  readonly onLevel: (task: TaskRow, by: -1 | 1) => void;
  readonly onMoveTo: (task: TaskRow, group: PhaseGroup) => void;
};

/** Everything else that can be done with a task of a plan. */
export function TaskMenu(props: TaskMenuProps) {
  const { task } = props;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={styles['more'] ?? ''}
          aria-label={`More for ${task.name}`}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={AppLink}
          href={`/tasks/${task.id}`}
          leftSection={<IconArrowRight size={15} />}
          rightSection={<ShortcutKeys keys="Enter" />}
        >
          Open
        </Menu.Item>
        {props.mayWrite ? <WriteItems {...props} /> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function WriteItems({ task, groups, actions, onStep, onLevel, onMoveTo }: TaskMenuProps) {
  const timer = useTimer();
  const others = groups.filter(({ phase }) => (phase?.id ?? null) !== task.phaseId);
  return (
    <>
      {timer.isPossible && !task.isMilestone ? (
        <Menu.Item
          leftSection={<IconPlayerPlay size={15} />}
          onClick={() => void timer.start({ projectId: task.project.id, taskId: task.id })}
        >
          Start the timer
        </Menu.Item>
      ) : null}
      <Menu.Item
        leftSection={<IconArrowUp size={15} />}
        rightSection={<ShortcutKeys keys="alt+ArrowUp" />}
        onClick={() => onStep(task, -1)}
      >
        Move up
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowDown size={15} />}
        rightSection={<ShortcutKeys keys="alt+ArrowDown" />}
        onClick={() => onStep(task, 1)}
      >
        Move down
      </Menu.Item>
      <Menu.Item
        leftSection={<IconIndentIncrease size={15} />}
        rightSection={<ShortcutKeys keys="]" />}
        onClick={() => onLevel(task, 1)}
      >
        Make it part of the one above
      </Menu.Item>
      {task.parentId ? (
        <Menu.Item
          leftSection={<IconIndentDecrease size={15} />}
          rightSection={<ShortcutKeys keys="[" />}
          onClick={() => onLevel(task, -1)}
        >
          Take it out one level
        </Menu.Item>
      ) : null}
      {task.isMilestone ? null : (
        <Menu.Item
          leftSection={<IconSubtask size={15} />}
          onClick={() => void actions.addPart(task)}
        >
          Add a sub-task
        </Menu.Item>
      )}
      {others.length > 0 ? <Menu.Label>Move to…</Menu.Label> : null}
      {others.map((group) => (
        <Menu.Item key={group.phase?.id ?? 'none'} onClick={() => onMoveTo(task, group)}>
          {group.phase?.name ?? 'No phase'}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconTrash size={15} />}
        rightSection={<ShortcutKeys keys="Delete" />}
        onClick={() => void actions.remove(task)}
      >
        Move to the trash
      </Menu.Item>
    </>
  );
}

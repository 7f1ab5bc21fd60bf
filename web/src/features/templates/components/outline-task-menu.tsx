import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDiamond,
  IconDots,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { levelTask, removeTask, setMilestone, stepTask } from '../model.ts';
import styles from './outline.module.css';
import type { OutlineTaskProps } from './outline-task.tsx';

type OutlineTaskMenuProps = OutlineTaskProps & { readonly onOpen: () => void };

/** Everything else that can be done with a task of a template. */
export function OutlineTaskMenu(props: OutlineTaskMenuProps) {
  const { outline, task, place, onChange, onOpen } = props;
  return (
    <Menu position="bottom-end" width={260}>
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
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={onOpen}>
          Notes, checklist, what it waits for…
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDiamond size={15} />}
          onClick={() => onChange(setMilestone(outline, place, !task.isMilestone))}
        >
          {task.isMilestone ? 'Make it a task' : 'Make it a milestone'}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          onClick={() => onChange(stepTask(outline, place, -1))}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          onClick={() => onChange(stepTask(outline, place, 1))}
        >
          Move down
        </Menu.Item>
        <Menu.Item
          leftSection={<IconIndentIncrease size={15} />}
          onClick={() => onChange(levelTask(outline, place, 1))}
        >
          Make it part of the one above
        </Menu.Item>
        {task.level > 0 ? (
          <Menu.Item
            leftSection={<IconIndentDecrease size={15} />}
            onClick={() => onChange(levelTask(outline, place, -1))}
          >
            Take it out one level
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          onClick={() => onChange(removeTask(outline, place))}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

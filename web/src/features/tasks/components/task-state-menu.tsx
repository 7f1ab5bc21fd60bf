import { type TaskState, taskStates } from '@evenkeel/core/projects/task';
import { Menu } from '@mantine/core';
import { ProgressGlyph } from '../../../ui/marks/progress-glyph.tsx';
import { ShortcutKeys } from '../../../ui/shortcut/shortcut-keys.tsx';
import { taskStateLabels, taskStateShapes } from '../model.ts';
import styles from './tasks.module.css';

/** The key that sets a state on a focused task. */
export const taskStateKeys: Record<TaskState, string> = { open: 'o', started: 's', done: 'd' };

type TaskStateMenuProps = {
  readonly name: string;
  readonly state: TaskState;
  readonly disabled: boolean;
  readonly onChange: (state: TaskState) => void;
};

/** The glyph of a task's state; opens the choice of another. */
export function TaskStateMenu({ name, state, disabled, onChange }: TaskStateMenuProps) {
  const glyph = <ProgressGlyph shape={taskStateShapes[state]} />;
  const label = `${name}: ${taskStateLabels[state].toLowerCase()}`;
  if (disabled) {
    return (
      <span className={styles['state']}>
        <ProgressGlyph shape={taskStateShapes[state]} label={taskStateLabels[state]} />
      </span>
    );
  }
  return (
    <Menu position="bottom-start" width={170}>
      <Menu.Target>
        <button type="button" className={styles['state']} aria-label={label}>
          {glyph}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {taskStates.map((choice) => (
          <Menu.Item
            key={choice}
            leftSection={<ProgressGlyph shape={taskStateShapes[choice]} />}
            rightSection={<ShortcutKeys keys={taskStateKeys[choice]} />}
            onClick={() => onChange(choice)}
          >
            {taskStateLabels[choice]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import type { TaskView } from '@evenkeel/contract/tasks';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatPercent } from '../../../ui/format/number.ts';
import { useTaskActions } from '../use-task-actions.ts';
import { Assignees } from './assignees.tsx';
import { SharesDialog } from './shares-dialog.tsx';
import styles from './task-people.module.css';

type TaskPeopleProps = { readonly task: TaskView; readonly disabled: boolean };

/** Who does a task, and which share of their time each gives it. */
export function TaskPeople({ task, disabled }: TaskPeopleProps) {
  const { assign } = useTaskActions();
  const [isOpen, setOpen] = useState(false);
  const { assignees } = task;
  const isShared = assignees.some(({ units }) => units < 10_000);
  return (
    <div className={styles['people']}>
      <Assignees
        task={task}
        disabled={disabled}
        onChange={(personIds) => void assign(task, personIds)}
      />
      {isShared ? (
        <ul className={styles['shares']} aria-label="Shares of time">
          {assignees.map(({ id, name, units }) => (
            <li key={id}>
              <span>{name}</span>
              <span className={styles['share']}>{formatPercent(units)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {disabled || assignees.length === 0 || task.subTasks !== null ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
          Shares of time…
        </Button>
      )}
      {isOpen ? <SharesDialog task={task} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

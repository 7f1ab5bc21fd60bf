import type { TaskRow } from '@evenkeel/contract/tasks';
import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconHourglass,
  IconListCheck,
  IconRepeat,
  IconSubtask,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './task-signs.module.css';

type TaskSignsProps = {
  readonly task: Pick<
    TaskRow,
    | 'subTasks'
    | 'checklistCount'
    | 'checklistDoneCount'
    | 'waitsFor'
    | 'startsTooEarly'
    | 'state'
    | 'recurrenceId'
  >;
};

/** What else there is to a task: its parts, its checklist, what it waits for. */
export function TaskSigns({ task }: TaskSignsProps) {
  const { subTasks, checklistCount, checklistDoneCount, waitsFor, startsTooEarly } = task;
  const isOpen = task.state !== 'done';
  return (
    <span className={styles['signs']}>
      {subTasks ? (
        <Sign words={`${subTasks.doneCount} of ${subTasks.taskCount} sub-tasks done`}>
          <IconSubtask size={13} aria-hidden />
          {subTasks.doneCount}/{subTasks.taskCount}
        </Sign>
      ) : null}
      {checklistCount > 0 ? (
        <Sign words={`${checklistDoneCount} of ${checklistCount} steps ticked off`}>
          <IconListCheck size={13} aria-hidden />
          {checklistDoneCount}/{checklistCount}
        </Sign>
      ) : null}
      {task.recurrenceId ? (
        <Sign words="Comes again">
          <IconRepeat size={13} aria-hidden />
        </Sign>
      ) : null}
      {isOpen && startsTooEarly ? (
        <Sign words={`Starts too early: it waits for ${namesOf(waitsFor)}`} isBad>
          <IconAlertTriangle size={13} aria-hidden />
        </Sign>
      ) : isOpen && waitsFor.length > 0 ? (
        <Sign words={`Waits for ${namesOf(waitsFor)}`}>
          <IconHourglass size={13} aria-hidden />
        </Sign>
      ) : null}
    </span>
  );
}

type SignProps = {
  readonly words: string;
  readonly isBad?: boolean;
  readonly children: ReactNode;
};

function Sign({ words, isBad = false, children }: SignProps) {
  return (
    <Tooltip label={words} multiline maw={320}>
      <span
        className={joinClasses(styles['sign'], isBad && styles['is-bad'])}
        role="img"
        aria-label={words}
      >
        {children}
      </span>
    </Tooltip>
  );
}

function namesOf(tasks: TaskRow['waitsFor']): string {
  const names = tasks.slice(0, 3).map(({ name }) => `“${name}”`);
  const rest = tasks.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
}

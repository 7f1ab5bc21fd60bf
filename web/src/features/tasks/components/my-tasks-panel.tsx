import type { TaskRow } from '@evenkeel/contract/tasks';
import { ActionIcon } from '@mantine/core';
import { IconDiamond, IconPlayerPlay } from '@tabler/icons-react';
import { readerToday } from '../../../ui/format/date.ts';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useTimer } from '../../time/api.ts';
import { useTaskActions } from '../use-task-actions.ts';
import { EffortBar } from './effort-bar.tsx';
import styles from './my-tasks.module.css';
import { TaskSigns } from './task-signs.tsx';
import { TaskStateMenu } from './task-state-menu.tsx';

type MyTasksPanelProps = { readonly tasks: readonly TaskRow[]; readonly mayWrite: boolean };

/** Tasks of both kinds of work, each with its project: done, opened or timed from here. */
export function MyTasksPanel({ tasks, mayWrite }: MyTasksPanelProps) {
  const actions = useTaskActions();
  const timer = useTimer();
  return (
    <ul className={styles['tasks']}>
      {tasks.map((task) => (
        <li key={task.id} className={styles['task']}>
          <TaskStateMenu
            name={task.name}
            state={task.state}
            disabled={!mayWrite}
            onChange={(state) => void actions.setState(task, state)}
          />
          <span className={styles['name']}>
            <AppLink href={`/tasks/${task.id}`}>
              {task.isMilestone ? (
                <IconDiamond size={14} role="img" aria-label="Milestone" />
              ) : null}
              {task.name}
            </AppLink>
            <TaskSigns task={task} />
          </span>
          <ProjectLink task={task} />
          <span className={styles['due']}>
            <DateText date={task.dueOn} lateAfter={readerToday()} />
          </span>
          {task.isMilestone ? <span /> : <EffortBar {...task} />}
          {timer.isPossible && !task.isMilestone ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              className={styles['timer'] ?? ''}
              aria-label={`Start the timer on ${task.name}`}
              disabled={timer.isBusy}
              onClick={() => void timer.start({ projectId: task.project.id, taskId: task.id })}
            >
              <IconPlayerPlay size={15} />
            </ActionIcon>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ul>
  );
}

function ProjectLink({ task }: { readonly task: TaskRow }) {
  const { id, name, kind } = task.project;
  const home = kind === 'client' ? 'client-projects' : 'initiatives';
  return (
    <AppLink href={`/${home}/${id}`} className={styles['project']}>
      <KindDot kind={kind} label={kindLabels[kind]} />
      <span>{name}</span>
    </AppLink>
  );
}

import { type TaskRow, type TaskView, tasks } from '@evenkeel/contract/tasks';
import { readerToday } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { DateText, EffortText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { AddLine } from '../../../ui/record/add-line.tsx';
import { useSubTasks, useTaskWrite } from '../api.ts';
import { effortOf } from '../model.ts';
import { useTaskActions } from '../use-task-actions.ts';
import { AssigneeMarks } from './assignees.tsx';
import parts from './task-parts.module.css';
import { TaskSigns } from './task-signs.tsx';
import { TaskStateMenu } from './task-state-menu.tsx';

type SubTasksPanelProps = { readonly task: TaskView; readonly mayWrite: boolean };

/** What a task is broken into, of any depth: hours and state roll up to it (PM-02). */
export function SubTasksPanel({ task, mayWrite }: SubTasksPanelProps) {
  const found = useSubTasks(task.id);
  const create = useTaskWrite(tasks.create);
  const rows = found.data?.rows ?? [];
  const add = async (name: string) => {
    try {
      await create.mutateAsync({ body: { projectId: task.project.id, parentId: task.id, name } });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'Nothing was added.' });
      throw error;
    }
  };
  if (rows.length === 0 && !mayWrite) return null;
  const { subTasks } = task;
  return (
    <Section
      title="Sub-tasks"
      {...(subTasks ? { note: `${subTasks.doneCount} of ${subTasks.taskCount} done` } : {})}
    >
      <ul className={parts['list']}>
        {rows.map((row) => (
          <SubTask key={row.id} task={row} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite ? <AddLine label="Add a sub-task" onAdd={add} /> : null}
    </Section>
  );
}

function SubTask({ task, mayWrite }: { readonly task: TaskRow; readonly mayWrite: boolean }) {
  const actions = useTaskActions();
  return (
    <li className={parts['line']}>
      <TaskStateMenu
        name={task.name}
        state={task.state}
        disabled={!mayWrite}
        onChange={(state) => void actions.setState(task, state)}
      />
      <span className={joinClasses(parts['name'], task.state === 'done' && parts['is-done'])}>
        <AppLink href={`/tasks/${task.id}`}>{task.name}</AppLink>
        <TaskSigns task={task} />
      </span>
      <span className={parts['meta']}>
        {task.assignees.length > 0 ? <AssigneeMarks assignees={task.assignees} /> : null}
      </span>
      <span className={parts['meta']}>
        <EffortText minutes={effortOf(task).estimateMinutes} />{' '}
        {task.dueOn ? (
          <DateText
            date={task.dueOn}
            {...(task.state === 'done' ? {} : { lateAfter: readerToday() })}
          />
        ) : null}
      </span>
      <span />
    </li>
  );
}

import { dependencies } from '@evenkeel/contract/dependencies';
import type { TaskRow } from '@evenkeel/contract/tasks';
import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import type { DependencyId, TaskId } from '@evenkeel/core/id';
import { useRef } from 'react';
import { dayMinutes } from '../../ui/gantt/gantt-scale.ts';
import type { GanttEdit, GanttSpan } from '../../ui/gantt/gantt-task.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { type TaskChange, useSaveTask } from '../tasks/api.ts';
import { usePlanWrite } from './api.ts';

type Undo = () => Promise<void>;

/** Saves what is done on the chart; each edit can be taken back, the last one first. */
export function usePlanEdit(tasks: readonly TaskRow[]) {
  const saveTask = useSaveTask();
  const addLink = usePlanWrite(dependencies.create);
  const removeLink = usePlanWrite(dependencies.remove);
  const done = useRef<Undo[]>([]);
  const taskOf = (id: string) => tasks.find((task) => task.id === id);
  const change = async (id: string, next: TaskChange, before: TaskChange): Promise<Undo> => {
    const task = taskOf(id);
    if (!task) throw new Error('The task is not here any more.');
    await saveTask(task, next);
    return () => saveTask(task, before);
  };
  const link = async (body: LinkBody): Promise<Undo> => {
    const added = await addLink.mutateAsync({ body });
    return async () => void (await removeLink.mutateAsync({ params: { id: added.id } }));
  };
  const run = (edit: GanttEdit): Promise<Undo> => {
    const task = edit.kind === 'link' || edit.kind === 'unlink' ? undefined : taskOf(edit.id);
    switch (edit.kind) {
      case 'move':
      case 'stretch':
        return change(edit.id, daysOf(edit.span, task), shownDays(task));
      case 'progress':
        return change(edit.id, { percentComplete: Math.round(edit.progress * 100) }, doneOf(task));
      case 'link':
        return link({
          // The chart's lines are tasks, by their ids.
          predecessorId: edit.from as TaskId,
          successorId: edit.to as TaskId,
          type: edit.type,
        });
      case 'unlink':
        return unlink(edit.linkId as DependencyId);
    }
  };
  const unlink = async (id: DependencyId): Promise<Undo> => {
    await removeLink.mutateAsync({ params: { id } });
    return async () => undefined;
  };
  const takeBack = async (undo: Undo) => {
    done.current = done.current.filter((other) => other !== undo);
    await told(undo);
  };
  return {
    edit: (edit: GanttEdit) =>
      told(async () => {
        const undo = await run(edit);
        done.current.push(undo);
        notifyDone({ message: messageOf(edit, taskOf), undo: () => takeBack(undo) });
      }),
    undo: () => {
      const last = done.current.at(-1);
      if (last) void takeBack(last);
    },
  };
}

type LinkBody = {
  readonly predecessorId: TaskId;
  readonly successorId: TaskId;
  readonly type: Extract<GanttEdit, { kind: 'link' }>['type'];
};

/** The days of a bar, as a task keeps them; one that has a single day keeps only that. */
function daysOf({ start, finish }: GanttSpan, task: TaskRow | undefined): TaskChange {
  const startOn = dateFromDayNumber(Math.floor(start / dayMinutes));
  const dueOn = dateFromDayNumber(Math.floor(finish / dayMinutes));
  if (task?.isMilestone || (task && task.startOn === null)) return { dueOn };
  return { startOn, dueOn };
}

function shownDays(task: TaskRow | undefined): TaskChange {
  if (!task) return {};
  if (task.isMilestone || task.startOn === null) return { dueOn: task.dueOn };
  return { startOn: task.startOn, dueOn: task.dueOn };
}

function doneOf(task: TaskRow | undefined): TaskChange {
  if (!task) return {};
  const { percentComplete, state } = task;
  // The percentage of a task that was only begun is none, and would make it one that was not.
  return state === 'started' && percentComplete === 0 ? { state } : { percentComplete };
}

function messageOf(edit: GanttEdit, taskOf: (id: string) => TaskRow | undefined): string {
  switch (edit.kind) {
    case 'move':
      return `“${taskOf(edit.id)?.name}” moved`;
    case 'stretch':
      return `“${taskOf(edit.id)?.name}” takes longer or shorter`;
    case 'progress':
      return `“${taskOf(edit.id)?.name}” is ${Math.round(edit.progress * 100)} % done`;
    case 'link':
      return `“${taskOf(edit.to)?.name}” waits for “${taskOf(edit.from)?.name}”`;
    case 'unlink':
      return 'The link was removed';
  }
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' });
  }
}

import { dependencies } from '@evenkeel/contract/dependencies';
import { type ScheduleEdit, scheduleEdits } from '@evenkeel/contract/schedule-edits';
import type { TaskId } from '@evenkeel/core/id';
import { useMemo, useRef, useState } from 'react';
import type { GanttEdit } from '../../ui/gantt/gantt-task.ts';
import type { GanttHistory } from '../../ui/gantt/gantt-toolbar.tsx';
import { useSteady } from '../../ui/near/use-steady.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { usePlanWrite, useRefreshPlan } from './api.ts';
import type { LiveSchedule } from './live-schedule.ts';

type Undo = () => Promise<unknown>;
/** An edit that was saved: what takes it back, and what does it again and says how to take that back. */
type Step = { readonly undo: Undo; readonly redo: () => Promise<Undo> };
type LinkEdit = Extract<GanttEdit, { kind: 'link' }>;

/** Saves what is done on the chart; each edit can be taken back, the last one first, and done again. */
export function usePlanEdit(live: LiveSchedule | null, nameOf: (id: string) => string) {
  const apply = usePlanWrite(scheduleEdits.apply);
  const addLink = usePlanWrite(dependencies.create);
  const refresh = useRefreshPlan();
  const steps = useSteps();
  const send = async (edit: ScheduleEdit): Promise<number> => {
    const { moves } = await apply.mutateAsync({ body: { edits: [edit] } });
    await refresh();
    return moves.length;
  };
  const link = async (edit: LinkEdit): Promise<Undo> => {
    // The chart's lines are tasks, by their ids.
    const ends = { predecessorId: edit.from as TaskId, successorId: edit.to as TaskId };
    const added = await addLink.mutateAsync({ body: { ...ends, type: edit.type } });
    await refresh();
    return () => send({ kind: 'remove-dependency', id: added.id });
  };
  const run = async (edit: GanttEdit, schedule: LiveSchedule) => {
    if (edit.kind === 'link') {
      return { step: { undo: await link(edit), redo: () => link(edit) }, others: 0 };
    }
    const { forth, back } = schedule.edits(edit);
    const moved = await send(forth);
    const others = edit.kind === 'unlink' ? moved : Math.max(0, moved - 1);
    if (!back) return { step: null, others };
    const undo = () => send(back);
    const redo = async () => {
      await send(forth);
      return undo;
    };
    return { step: { undo, redo }, others };
  };
  return {
    edit: (edit: GanttEdit) =>
      told(async () => {
        if (!live) throw new Error('The plan is still being read.');
        const { step, others } = await run(edit, live);
        if (step) steps.add(step);
        const message = `${messageOf(edit, nameOf)}${othersText(others)}`;
        notifyDone({ message, ...(step ? { undo: () => steps.takeBack(step) } : {}) });
      }),
    history: steps.history,
  };
}

type Steps = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

/** What was done and taken back, in its order. */
function useSteps() {
  const [shown, setShown] = useState<Steps>({ done: [], undone: [] });
  // The newest, also before React has drawn it: keys come faster.
  const latest = useRef(shown);
  const keep = (next: Steps) => {
    latest.current = next;
    setShown(next);
  };
  const takeBack = async (step: Step) => {
    const { done, undone } = latest.current;
    if (!done.includes(step)) return;
    keep({ done: done.filter((other) => other !== step), undone: [...undone, step] });
    await told(step.undo);
  };
  const doAgain = async (step: Step) => {
    const { done, undone } = latest.current;
    keep({ done, undone: undone.filter((other) => other !== step) });
    await told(async () => {
      const again = { ...step, undo: await step.redo() };
      keep({ done: [...latest.current.done, again], undone: latest.current.undone });
    });
  };
  const calls = useSteady({
    undo: () => {
      const last = latest.current.done.at(-1);
      if (last) void takeBack(last);
    },
    redo: () => {
      const last = latest.current.undone.at(-1);
      if (last) void doAgain(last);
    },
  });
  const canUndo = shown.done.length > 0;
  const canRedo = shown.undone.length > 0;
  const history: GanttHistory = useMemo(
    () => ({ canUndo, canRedo, ...calls }),
    [canUndo, canRedo, calls],
  );
  // What is done anew makes what was taken back a thing of another plan.
  const add = (step: Step) => keep({ done: [...latest.current.done, step], undone: [] });
  return { history, add, takeBack };
}

function messageOf(edit: GanttEdit, nameOf: (id: string) => string): string {
  switch (edit.kind) {
    case 'move':
      return `“${nameOf(edit.id)}” moved`;
    case 'stretch':
      return `“${nameOf(edit.id)}” has another length`;
    case 'split':
      return `“${nameOf(edit.id)}” pauses`;
    case 'part':
      return `A part of “${nameOf(edit.id)}” moved`;
    case 'join':
      return `Parts of “${nameOf(edit.id)}” are joined`;
    case 'progress':
      return `“${nameOf(edit.id)}” is ${Math.round(edit.progress * 100)} % done`;
    case 'link':
      return `“${nameOf(edit.to)}” waits for “${nameOf(edit.from)}”`;
    case 'unlink':
      return 'The link was removed';
  }
}

function othersText(count: number): string {
  if (count === 0) return '';
  return count === 1 ? ', one other task with it' : `, ${count} other tasks with it`;
}

async function told(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' });
  }
}

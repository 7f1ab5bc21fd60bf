import { dependencies } from '@evenkeel/contract/dependencies';
import { type ScheduleEdit, scheduleEdits } from '@evenkeel/contract/schedule-edits';
import type { TaskId } from '@evenkeel/core/id';
import type { GanttEdit } from '../../ui/gantt/gantt-task.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { usePlanWrite, useRefreshPlan } from './api.ts';
import type { LiveSchedule } from './live-schedule.ts';
import { told, type Undo, useEditHistory } from './use-edit-history.ts';

type LinkEdit = Extract<GanttEdit, { kind: 'link' }>;

/** Saves what is done on the chart; each edit can be taken back, the last one first, and done again. */
export function usePlanEdit(live: LiveSchedule | null, nameOf: (id: string) => string) {
  const apply = usePlanWrite(scheduleEdits.apply);
  const addLink = usePlanWrite(dependencies.create);
  const refresh = useRefreshPlan();
  const steps = useEditHistory();
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
    const name = messageOf(edit, nameOf);
    if (edit.kind === 'link') {
      return { step: { name, undo: await link(edit), redo: () => link(edit) }, others: 0 };
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
    return { step: { name, undo, redo }, others };
  };
  return {
    edit: async (edit: GanttEdit): Promise<void> => {
      await told(async () => {
        if (!live) throw new Error('The plan is still being read.');
        const { step, others } = await run(edit, live);
        const message = `${messageOf(edit, nameOf)}${othersText(others)}`;
        if (step) steps.add(step, message);
        else notifyDone({ message });
      });
    },
    history: steps.history,
  };
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

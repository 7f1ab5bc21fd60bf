import { useMemo, useRef, useState } from 'react';
import type { GanttHistory } from '../../ui/gantt/gantt-toolbar.tsx';
import { useSteady } from '../../ui/near/use-steady.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';

export type Undo = () => Promise<unknown>;
/** An edit that was saved: what takes it back, and what does it again and says how to take that back. */
type Step = { readonly name: string; readonly undo: Undo; readonly redo: () => Promise<Undo> };

type Steps = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

/** What was done and taken back, in its order; each step is said, and no longer than it stands. */
export function useEditHistory() {
  const [shown, setShown] = useState<Steps>({ done: [], undone: [] });
  // The newest, also before React has drawn it: keys come faster.
  const latest = useRef(shown);
  const keep = (next: Steps) => {
    latest.current = next;
    setShown(next);
  };
  // What is said of the newest step, until something else is.
  const notice = useRef(() => {});
  const say = (message: string, undo?: () => Promise<void>) => {
    notice.current();
    notice.current = notifyDone({ message, ...(undo ? { undo } : {}) });
  };
  const takeBack = async (step: Step) => {
    const before = latest.current;
    if (!before.done.includes(step)) return;
    keep({
      done: before.done.filter((other) => other !== step),
      undone: [...before.undone, step],
    });
    if (await told(step.undo)) say(`Taken back: ${step.name}`);
    else keep(before);
  };
  const doAgain = async (step: Step) => {
    const before = latest.current;
    keep({ done: before.done, undone: before.undone.filter((other) => other !== step) });
    const isDone = await told(async () => {
      const again = { ...step, undo: await step.redo() };
      keep({ done: [...latest.current.done, again], undone: latest.current.undone });
      say(`Done again: ${step.name}`, () => takeBack(again));
    });
    if (!isDone) keep(before);
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
  const add = (step: Step, message: string) => {
    keep({ done: [...latest.current.done, step], undone: [] });
    say(message, () => takeBack(step));
  };
  return { history, add };
}

/** Does it; false when it failed, which is said. */
export async function told(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' });
    return false;
  }
}

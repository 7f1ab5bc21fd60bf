import {
  type AllocationView,
  allocations,
  type PlannedAllocation,
  type PlannerView,
} from '@evenkeel/contract/allocations';
import type { AllocationId } from '@evenkeel/core/id';
import { useEffect, useMemo, useRef, useState } from 'react';
import { problemOf } from '../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { type Borrow, useBorrow } from '../ring-fence/components/borrow-offer-panel.tsx';
import { type AllocationChange, inverseOf, patched, versioned } from './allocation-edits.ts';
import { type DayWindow, useAllocationWrite, usePatchPlanner } from './api.ts';

/** Something that was done, as it is taken back or done again. */
type Step = { readonly message: string; readonly changes: readonly AllocationChange[] };

export type AllocationEdits = {
  /** Saves changes, says so and lets them be taken back. False: refused, and why has been said. */
  readonly apply: (message: string, changes: readonly AllocationChange[]) => Promise<boolean>;
  /** Keeps what a form or field has saved by itself, so that it can be taken back as well. */
  readonly note: (message: string, row: AllocationView, back: AllocationChange) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly allocationOf: (id: string) => PlannedAllocation | undefined;
  /** The newest version that is known of an allocation. */
  readonly versionOf: (id: AllocationId) => number;
  /** Lending from the reserve, where a change is refused for want of it. */
  readonly borrow: Borrow;
};

/** Saves what is done on the planner; what was done last is taken back first. */
export function useAllocationEdits(view: PlannerView, days: DayWindow): AllocationEdits {
  const bulk = useAllocationWrite(allocations.bulk);
  const borrow = useBorrow();
  const patch = usePatchPlanner(days);
  const known = useMemo(() => new Map(view.allocations.map((row) => [row.id, row])), [view]);
  const answered = useRef(new Map<string, number>());
  const [done, setDone] = useState<readonly Step[]>([]);
  const [undone, setUndone] = useState<readonly Step[]>([]);
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
  });
  const versionOf = (id: AllocationId) =>
    Math.max(answered.current.get(id) ?? 0, latest.current.get(id)?.version ?? 0);
  const see = (rows: readonly AllocationView[]) => {
    for (const { id, version } of rows) answered.current.set(id, version);
    patch((before) => patched(before, rows));
  };
  /** Sends changes; gives what takes them back. */
  const send = async (changes: readonly AllocationChange[]): Promise<AllocationChange[]> => {
    const before = latest.current;
    const { rows } = await bulk.mutateAsync({ body: { changes: versioned(changes, versionOf) } });
    see(rows);
    return inverseOf(changes, before, rows);
  };
  const undo = () => step({ from: done, setFrom: setDone, setTo: setUndone, send, word: 'Undone' });
  const redo = () =>
    step({ from: undone, setFrom: setUndone, setTo: setDone, send, word: 'Done again' });
  const keep = (next: Step) => {
    setDone((before) => [...before, next]);
    setUndone([]);
  };
  const apply = async (message: string, changes: readonly AllocationChange[]): Promise<boolean> => {
    try {
      const back = { message, changes: await send(changes) };
      keep(back);
      const takeBack = async () => {
        setDone((before) => before.filter((other) => other !== back));
        await told(async () => {
          const again = await send(back.changes);
          setUndone((before) => [...before, { message, changes: again }]);
        });
      };
      notifyDone({ message, undo: takeBack });
      return true;
    } catch (error) {
      const again = () => apply(message, changes);
      if (!borrow.offer({ thrown: error, projectId: null, again })) refused(error);
      return false;
    }
  };
  return {
    apply,
    borrow,
    note: (message, row, back) => {
      see([row]);
      keep({ message, changes: [back] });
    },
    undo: () => void undo(),
    redo: () => void redo(),
    canUndo: done.length > 0,
    canRedo: undone.length > 0,
    allocationOf: (id) => known.get(id as AllocationId),
    versionOf,
  };
}

type StepInput = {
  readonly from: readonly Step[];
  readonly setFrom: (change: (before: readonly Step[]) => readonly Step[]) => void;
  readonly setTo: (change: (before: readonly Step[]) => readonly Step[]) => void;
  readonly send: (changes: readonly AllocationChange[]) => Promise<AllocationChange[]>;
  readonly word: string;
};

/** Takes the newest step from one pile, does it, and lays what takes it back on the other. */
async function step({ from, setFrom, setTo, send, word }: StepInput): Promise<void> {
  const last = from.at(-1);
  if (!last) return;
  setFrom((before) => before.filter((other) => other !== last));
  await told(async () => {
    const changes = await send(last.changes);
    setTo((before) => [...before, { message: last.message, changes }]);
    notifyDone({ message: `${word}: ${last.message}` });
  });
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    refused(error);
  }
}

function refused(error: unknown): void {
  const { title, issues, isConflict } = problemOf(error);
  const said = issues[0]?.message ?? title;
  // The reserve names its ring-fence in the path of its issues; lending is done on a page of its own.
  const isReserve = issues[0]?.path.startsWith('reserve.') ?? false;
  const message = isConflict
    ? 'Somebody else changed this meanwhile. It stands here as it is now; do it again if it still holds.'
    : isReserve
      ? `${said} A manager can lend those hours under Ring-fence; then do it again.`
      : said;
  notifyFailed({ message });
}

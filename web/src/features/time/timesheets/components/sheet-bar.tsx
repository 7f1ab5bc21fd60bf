import type { TimeWeek } from '@evenkeel/contract/time';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../../ui/notify/notify.tsx';
import { useRecallWeek, useSubmitWeek } from '../api.ts';
import { useDecide } from '../use-decide.tsx';
import { SheetMark } from './sheet-mark.tsx';
import styles from './timesheets.module.css';

/** Where the week's timesheet stands and what can be done about it (U18). */
export function SheetBar({ week, isOwn }: { readonly week: TimeWeek; readonly isOwn: boolean }) {
  const { timesheet } = week;
  const says = wordsOf(timesheet);
  return (
    <div className={styles['bar']}>
      <SheetMark state={timesheet.state} />
      {says ? <span className={styles['says']}>{says}</span> : null}
      <span className={styles['bar-end']}>
        <OwnSteps week={week} isOwn={isOwn} />
        <DecideSteps week={week} />
      </span>
    </div>
  );
}

function wordsOf({ state, decidedBy, reason, note }: TimeWeek['timesheet']): string | null {
  if (state === 'approved') return decidedBy ? `by ${decidedBy}; its time is closed` : null;
  if (state === 'returned') return decidedBy ? `by ${decidedBy}: ${reason}` : reason;
  if (state === 'submitted') return note ? `“${note}”` : 'waits for approval; its time is closed';
  return null;
}

/** Submitting and taking back: what whoever logs the time does. */
function OwnSteps({ week, isOwn }: { readonly week: TimeWeek; readonly isOwn: boolean }) {
  const submit = useSubmitWeek();
  const recall = useRecallWeek();
  const [isBusy, setBusy] = useState(false);
  const body = { on: week.from, ...(isOwn ? {} : { personId: week.person.id }) };
  const run = async (call: () => Promise<unknown>, message: string, undo?: () => Promise<void>) => {
    setBusy(true);
    try {
      await call();
      notifyDone({ message, ...(undo ? { undo } : {}) });
    } catch (error) {
      notifyFailed({ message: problemOf(error).issues[0]?.message ?? problemOf(error).title });
    } finally {
      setBusy(false);
    }
  };
  const takeBack = async () => {
    await recall.mutateAsync({ body });
  };
  const { state, canSubmit, canDecide } = week.timesheet;
  if (canSubmit) {
    return (
      <Button
        variant="default"
        loading={isBusy}
        onClick={() => run(() => submit.mutateAsync({ body }), 'Week submitted', takeBack)}
      >
        {state === 'returned' ? 'Submit again' : 'Submit week'}
      </Button>
    );
  }
  if (state !== 'submitted' || !(isOwn || canDecide)) return null;
  return (
    <Button variant="subtle" loading={isBusy} onClick={() => run(takeBack, 'Week taken back')}>
      Take back
    </Button>
  );
}

/** Approving, returning and opening again: what somebody else does. */
function DecideSteps({ week }: { readonly week: TimeWeek }) {
  const { approve, sendBack, reopen, dialog } = useDecide();
  const { state, version, canDecide } = week.timesheet;
  if (!canDecide) return null;
  const seen = [{ person: week.person, week: week.from, version }];
  return (
    <>
      {dialog}
      {state === 'submitted' ? (
        <>
          <Button variant="default" onClick={() => sendBack(seen)}>
            Return…
          </Button>
          <Button onClick={() => void approve(seen)}>Approve</Button>
        </>
      ) : null}
      {state === 'approved' ? (
        <Button variant="subtle" onClick={() => reopen(seen)}>
          Open again…
        </Button>
      ) : null}
    </>
  );
}

import type { TimerView } from '@evenkeel/contract/time';
import { ActionIcon } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStopFilled } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { KindDot, kindLabels } from '../../../ui/marks/kind-badge.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { ShortcutKeys } from '../../../ui/shortcut/shortcut-keys.tsx';
import { useCommand, useShortcut } from '../../../ui/shortcut/use-shortcut.ts';
import { useTimer } from '../api.ts';
import { askedWork, workName } from '../model.ts';
import { StopDialog } from './stop-dialog.tsx';
import styles from './timer.module.css';
import { TimerPanel } from './timer-panel.tsx';
import { WorkDialog } from './work-dialog.tsx';

/** Beyond this, nobody worked without a break: ask before logging. */
const longMinutes = 600;

type TimerChipProps = {
  /** `side`: for the sidebar, with the way to start. `bar`: only what runs, in little room. */
  readonly place: 'side' | 'bar';
};

/** The running timer wherever one is: what it runs on, for how long, and how to stop it. */
export function TimerChip({ place }: TimerChipProps) {
  const { timer, isPossible, isBusy, stop } = useTimer();
  const [isAsking, setAsking] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const elapsed = useElapsedMinutes(timer ?? null);
  if (!isPossible || (place === 'bar' && !timer)) return null;
  if (!timer) return <StartButton />;
  const stopNow = async () => {
    if (elapsed > longMinutes) return setAsking(true);
    try {
      await stop();
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'The timer still runs.' });
      setAsking(true);
    }
  };
  return (
    <div className={styles['chip']} data-place={place}>
      <button type="button" className={styles['running']} onClick={() => setOpen(true)}>
        <span className={styles['hidden']}>Timer on </span>
        <KindDot kind={timer.project.kind} label={kindLabels[timer.project.kind]} />
        <span className={styles['name']}>{workName(timer)}</span>
        <span className={styles['elapsed']}>{clock(elapsed)}</span>
      </button>
      <ActionIcon
        size={22}
        radius="xl"
        aria-label="Stop the timer"
        loading={isBusy}
        onClick={() => void stopNow()}
      >
        <IconPlayerStopFilled size={12} />
      </ActionIcon>
      {isOpen ? (
        <TimerPanel timer={timer} elapsed={elapsed} onClose={() => setOpen(false)} />
      ) : null}
      {isAsking ? <StopDialog timer={timer} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

function StartButton() {
  const [isPicking, setPicking] = useState(false);
  return (
    <>
      <button type="button" className={styles['start']} onClick={() => setPicking(true)}>
        <IconPlayerPlay size={16} stroke={1.7} aria-hidden />
        <span className={styles['name']}>Start timer</span>
        <ShortcutKeys keys="t" />
      </button>
      {isPicking ? <StartDialog onClose={() => setPicking(false)} /> : null}
    </>
  );
}

/** Makes `t` open the start of a timer anywhere; shows nothing until then. Once in the shell. */
export function TimerShortcuts() {
  const { timer, isPossible, stop, discard } = useTimer();
  const [isPicking, setPicking] = useState(false);
  const isRunning = Boolean(timer);
  const failed = (error: unknown) =>
    notifyFailed({ message: error instanceof Error ? error.message : 'The timer still runs.' });
  useShortcut({
    keys: 't',
    label: 'Start the timer',
    group: 'Anywhere',
    run: () => setPicking(true),
    enabled: isPossible,
  });
  useCommand({
    label: 'Stop the timer',
    group: 'Anywhere',
    run: () => void stop().catch(failed),
    enabled: isRunning,
  });
  useCommand({
    label: 'Discard the timer',
    group: 'Anywhere',
    run: () => void discard().catch(failed),
    enabled: isRunning,
  });
  return isPicking ? <StartDialog onClose={() => setPicking(false)} /> : null;
}

function StartDialog({ onClose }: { readonly onClose: () => void }) {
  const { start, timer } = useTimer();
  return (
    <WorkDialog
      title={timer ? `Stop ${workName(timer)} and start on …` : 'Start the timer'}
      personId={null}
      onPick={(target) => {
        void start(askedWork(target));
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Whole minutes since the timer was started, kept current. */
function useElapsedMinutes(timer: TimerView | null): number {
  const [now, setNow] = useState(() => Date.now());
  const startedAt = timer?.startedAt;
  useEffect(() => {
    if (!startedAt) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(ticking);
  }, [startedAt]);
  return startedAt ? Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000)) : 0;
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

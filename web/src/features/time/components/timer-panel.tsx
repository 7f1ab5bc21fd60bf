import type { TimerView } from '@evenkeel/contract/time';
import { instant } from '@evenkeel/core/instant';
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useReturnFocus } from '../../../ui/focus/use-return-focus.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { EffortField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { formatInstant } from '../../../ui/format/date.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useTimer } from '../api.ts';
import { askedWork, leftInWords, minutesLeft, workHref } from '../model.ts';
import styles from './timer.module.css';
import { WorkDialog } from './work-dialog.tsx';
import { WorkLabel } from './work-label.tsx';

type TimerPanelProps = {
  readonly timer: TimerView;
  readonly elapsed: number;
  readonly onClose: () => void;
};

/** What can be changed on a running timer. Mount it while it is open. */
export function TimerPanel({ timer, elapsed, onClose }: TimerPanelProps) {
  const { update, discard } = useTimer();
  const [isMoving, setMoving] = useState(false);
  useReturnFocus();
  const left = leftInWords(timer.soFar, elapsed);
  return (
    <Modal opened onClose={onClose} title="Timer" size={400}>
      <div className={styles['panel']}>
        <AppLink href={workHref(timer)} onClick={onClose} className={styles['work']}>
          <WorkLabel work={timer} />
        </AppLink>
        {left ? (
          <p
            className={styles['left']}
            data-over={(minutesLeft(timer.soFar, elapsed) ?? 0) < 0 || undefined}
          >
            {left}
          </p>
        ) : null}
        <Autosave name="note" value={timer.note} save={(note) => update({ note })}>
          {(field) => <TextField label="Note" {...field} />}
        </Autosave>
        <Autosave
          name="startedAt"
          value={elapsed}
          save={(minutes) =>
            update({ startedAt: instant(new Date(Date.now() - minutes * 60_000).toISOString()) })
          }
        >
          {({ onChange, ...field }) => (
            <EffortField
              label="Runs for"
              description={`Since ${formatInstant(timer.startedAt)}`}
              {...field}
              onChange={(minutes) => minutes !== null && onChange(minutes)}
            />
          )}
        </Autosave>
        <div className={styles['buttons']}>
          <Button variant="default" onClick={() => setMoving(true)}>
            Change the work
          </Button>
          <Button
            variant="subtle"
            color="red"
            onClick={() => {
              void discard();
              onClose();
            }}
          >
            Discard
          </Button>
        </div>
      </div>
      {isMoving ? (
        <WorkDialog
          title="The timer runs on …"
          personId={null}
          onPick={(target) => {
            void update(askedWork(target));
            setMoving(false);
          }}
          onClose={() => setMoving(false)}
        />
      ) : null}
    </Modal>
  );
}

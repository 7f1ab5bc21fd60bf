import type { LevellingView } from '@evenkeel/contract/levelling';
import { Button } from '@mantine/core';
import { formatDate } from '../../../ui/format/date.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useCancelLevelling } from '../api.ts';
import styles from './levelling.module.css';

type RunProgressProps = { readonly run: LevellingView; readonly mayManage: boolean };

/** How far a levelling is, the best plan so far, and the way to stop it. */
export function RunProgress({ run, mayManage }: RunProgressProps) {
  const cancel = useCancelLevelling();
  const { schedules = 0, end = null, isCancelled = false } = run.progress ?? {};
  const share = Math.min(1, schedules / run.maxSchedules);
  const words = `${formatNumber(schedules)} of ${formatNumber(run.maxSchedules)} plans tried`;
  return (
    <div className={styles['progress']}>
      <h2>{isCancelled ? 'Stopping' : 'Levelling all projects'}</h2>
      <p>You can leave this page. Nothing moves before somebody accepts it.</p>
      <div
        className={styles['meter']}
        role="progressbar"
        aria-label="Progress of the levelling"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={words}
      >
        <span className={styles['meter-fill']} style={{ transform: `scaleX(${share})` }} />
      </div>
      <p className={styles['number']}>
        {words}
        {end === null ? '' : `; the best so far ends ${formatDate(end)}`}
      </p>
      {mayManage ? (
        <Button
          variant="default"
          loading={cancel.isPending || isCancelled}
          onClick={() =>
            cancel.mutate(
              { params: { id: run.id } },
              { onError: (error) => notifyFailed({ message: error.message }) },
            )
          }
        >
          Stop
        </Button>
      ) : null}
    </div>
  );
}

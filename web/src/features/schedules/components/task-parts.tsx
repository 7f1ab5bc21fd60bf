import type { TaskView } from '@evenkeel/contract/tasks';
import { Button } from '@mantine/core';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { workingTime } from '../model.ts';
import styles from './schedules.module.css';

type TaskPartsProps = {
  readonly task: TaskView;
  readonly disabled: boolean;
  readonly save: (change: { splits: TaskView['splits'] }) => Promise<unknown>;
};

/** Where a task pauses; the Gantt chart is where it is split and its parts are moved (PM-03). */
export function TaskParts({ task, disabled, save }: TaskPartsProps) {
  const { splits } = task;
  if (splits.length === 0) return null;
  const join = async (at: number) => {
    try {
      await save({ splits: splits.filter((_, other) => other !== at) });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not saved.' });
    }
  };
  return (
    <div className={styles['parts']}>
      <h3 className={styles['heading']}>{`${splits.length + 1} parts`}</h3>
      <ul className={styles['moves']}>
        {splits.map(({ afterMinutes, gapMinutes }, at) => (
          <li key={afterMinutes} className={styles['part']}>
            <span className={styles['what']}>
              <span>{`Pauses for ${workingTime(gapMinutes)}`}</span>
              <span className={styles['detail']}>{`after ${workingTime(afterMinutes)}`}</span>
            </span>
            {disabled ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Join part ${at + 1} and part ${at + 2}`}
                onClick={() => void join(at)}
              >
                Join
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { ScheduleEdit } from '@evenkeel/contract/schedule-edits';
import type { TaskView } from '@evenkeel/contract/tasks';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { formatDate } from '../../../ui/format/date.ts';
import { movesWords, useEditPreview } from '../../schedules/api.ts';
import { isWhole, outcomeWords, type Shares, sharesBody } from '../shares.ts';
import styles from './shares-dialog.module.css';

type SharesOutcomeProps = {
  readonly task: TaskView;
  /** Null while nothing differs from what is saved. */
  readonly shares: Shares | null;
};

/** What other shares do to work, length and dates, said while they are written. */
export function SharesOutcome({ task, shares }: SharesOutcomeProps) {
  const isSayable = shares?.every(({ units }) => isWhole(units)) ?? false;
  const edits = useMemo<readonly ScheduleEdit[] | null>(
    () =>
      shares && isSayable
        ? [{ kind: 'task', id: task.id, change: { shares: sharesBody(shares) } }]
        : null,
    [isSayable, shares, task.id],
  );
  const [asked] = useDebouncedValue(edits, 250);
  const { data } = useEditPreview(asked);
  const moved = edits ? data : undefined;
  const own = moved?.moves.find((move) => move.task.id === task.id);
  const due = own?.after?.dueOn;
  return (
    <div className={styles['outcome']} role="status">
      {shares && isSayable
        ? outcomeWords(task, shares).map((words) => <p key={words}>{words}</p>)
        : null}
      {moved ? (
        <>
          <p>
            {due && due !== task.dueOn
              ? `It ends on ${formatDate(due)}${task.dueOn ? ` instead of ${formatDate(task.dueOn)}` : ''}.`
              : 'It ends on the same day.'}
          </p>
          {movesWords(moved, task.id).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </>
      ) : null}
    </div>
  );
}

import type { WeekRow } from '@evenkeel/contract/time';
import { ActionIcon } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { useTimer } from '../../api.ts';
import { WorkLabel } from '../../components/work-label.tsx';
import { askedWork, leftInWords, minutesLeft, workHref, workName } from '../../model.ts';
import styles from './week.module.css';

type WeekRowHeadProps = {
  readonly row: WeekRow;
  /** Minutes typed beyond what is saved: what is left follows while somebody types (U16). */
  readonly unsaved: number;
  /** Offers to start the timer: on one's own week only. */
  readonly isOwn: boolean;
};

/** The work of a row, what is left of its estimate, and the way to its timer. */
export function WeekRowHead({ row, unsaved, isOwn }: WeekRowHeadProps) {
  const { timer, isPossible, start } = useTimer();
  const isTimed =
    timer?.project.id === row.project.id && (timer.task?.id ?? null) === (row.task?.id ?? null);
  const left = leftInWords(row.soFar, unsaved);
  return (
    <div className={styles['head']}>
      <div className={styles['head-text']}>
        <AppLink href={workHref(row)} className={styles['head-link']}>
          <WorkLabel work={row} />
        </AppLink>
        {left ? (
          <span
            className={styles['left']}
            data-over={(minutesLeft(row.soFar, unsaved) ?? 0) < 0 || undefined}
          >
            {left}
          </span>
        ) : (
          <span className={styles['left']}>no estimate</span>
        )}
      </div>
      {isOwn && isPossible && !isTimed ? (
        <ActionIcon
          className={styles['play'] ?? ''}
          variant="subtle"
          color="gray"
          aria-label={`Start the timer on ${workName(row)}`}
          onClick={() => void start(askedWork(row))}
        >
          <IconPlayerPlay size={15} />
        </ActionIcon>
      ) : null}
      {isTimed ? <span className={styles['timed']}>timer runs</span> : null}
    </div>
  );
}

import type { TaskRow } from '@evenkeel/contract/tasks';
import { readerToday } from '../../../ui/format/date.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { effortOf } from '../model.ts';
import { AssigneeMarks } from './assignees.tsx';
import styles from './task-card.module.css';

type TaskCardProps = {
  readonly task: TaskRow;
  /** Where it belongs: its phase, or its project on a board of several. */
  readonly place: string;
};

/** A task on a board. */
export function TaskCard({ task, place }: TaskCardProps) {
  const { estimateMinutes, loggedMinutes } = effortOf(task);
  return (
    <div className={styles['card']}>
      <span className={styles['card-name']}>{task.name}</span>
      <span className={styles['card-phase']}>{place}</span>
      <span className={styles['card-end']}>
        {task.assignees.length > 0 ? <AssigneeMarks assignees={task.assignees} /> : null}
        {task.dueOn ? (
          <DateText
            date={task.dueOn}
            {...(task.state === 'done' ? {} : { lateAfter: readerToday() })}
          />
        ) : null}
        <span>
          {estimateMinutes === null
            ? null
            : `${formatEffort(loggedMinutes)} of ${formatEffort(estimateMinutes)}`}
        </span>
      </span>
    </div>
  );
}

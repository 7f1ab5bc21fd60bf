import type { TaskView } from '@evenkeel/contract/tasks';
import { formatCount } from '../../../ui/format/number.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import { useSchedule } from '../api.ts';
import { dayMinutes } from '../model.ts';
import styles from './schedules.module.css';

/** How much room a task has, and what holds it where it lies; nothing for a task without a place. */
export function TaskStanding({ task }: { readonly task: TaskView }) {
  const plan = useSchedule(task.project.id).data;
  const found = plan?.tasks.find(({ id }) => id === task.id);
  if (!found || task.state === 'done') return null;
  const problems = plan?.problems.filter(({ tasks }) => tasks.some(({ id }) => id === task.id));
  const { drivingPredecessor } = found;
  return (
    <>
      <FieldList>
        <FieldLine label="Slack">
          {found.isCritical ? 'none: on the critical path' : slackWords(found.totalSlackMinutes)}
        </FieldLine>
        {drivingPredecessor ? (
          <FieldLine label="Held by">
            <AppLink href={`/tasks/${drivingPredecessor.id}`}>{drivingPredecessor.name}</AppLink>
          </FieldLine>
        ) : null}
      </FieldList>
      {(problems ?? []).map(({ message }) => (
        <p key={message} className={styles['problem']}>
          {message}
        </p>
      ))}
    </>
  );
}

/** Working time in days, with halves. */
function slackWords(minutes: number): string {
  const days = Math.round((minutes / dayMinutes) * 2) / 2;
  return formatCount(days, { one: 'working day', many: 'working days' });
}

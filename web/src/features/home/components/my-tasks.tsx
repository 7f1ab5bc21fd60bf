import type { TaskRow } from '@evenkeel/contract/tasks';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { useSession } from '../../../lib/session.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { KindBadge } from '../../../ui/marks/kind-badge.tsx';
import { RelativeDate } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useMyTasks } from '../../tasks/api.ts';
import styles from './home.module.css';

const shown = 6;

/** The tasks on one's name that are due first. Nothing for somebody whose time is not planned. */
export function MyTasks() {
  const { member } = useSession();
  const found = useMyTasks(member.personId !== null);
  if (member.personId === null) return null;
  return (
    <Loaded found={found} what="your tasks">
      {({ rows, total }) => <DueTasks tasks={rows} total={total} />}
    </Loaded>
  );
}

function DueTasks({ tasks, total }: { tasks: readonly TaskRow[]; total: number }) {
  const today = readerToday();
  return (
    <Section title="Your tasks" note="The next that are due, of client projects and initiatives.">
      {tasks.length === 0 ? (
        <p className={styles['step-why']}>
          Nothing is on your name. Tasks you are put on appear here.
        </p>
      ) : (
        <ul className={styles['tasks']}>
          {tasks.slice(0, shown).map((task) => (
            <Task key={task.id} task={task} today={today} />
          ))}
        </ul>
      )}
      {total > shown ? (
        <p className={styles['more']}>
          <AppLink href="/my-work">
            All {formatCount(total, { one: 'task', many: 'tasks' })}
          </AppLink>
        </p>
      ) : null}
    </Section>
  );
}

function Task({ task, today }: { readonly task: TaskRow; readonly today: CalendarDate }) {
  const { project, dueOn } = task;
  const folder = project.kind === 'client' ? 'client-projects' : 'initiatives';
  const isLate = dueOn !== null && dueOn < today;
  return (
    <li>
      <AppLink href={`/${folder}/${project.id}`} className={styles['task']}>
        <KindBadge kind={project.kind} compact />
        <span className={styles['task-name']}>{task.name}</span>
        <span className={styles['task-project']}>{project.name}</span>
        <span className={styles['task-due']} data-late={isLate || undefined}>
          <RelativeDate date={dueOn} today={today} />
        </span>
      </AppLink>
    </li>
  );
}

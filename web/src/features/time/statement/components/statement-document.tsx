import type { TimeStatement } from '@evenkeel/contract/effort';
import { useSession } from '../../../../lib/session.ts';
import { formatDate, formatDayMonth } from '../../../../ui/format/date.ts';
import { formatEffort } from '../../../../ui/format/effort.ts';
import styles from './statement.module.css';

/** What a client may see of the time: each can be left out. */
export type Shown = {
  readonly entries: boolean;
  readonly people: boolean;
  readonly estimates: boolean;
};

type StatementDocumentProps = { readonly statement: TimeStatement; readonly shown: Shown };

/** The statement as it goes to the client: project by project, task by task (U05). */
export function StatementDocument({ statement, shown }: StatementDocumentProps) {
  const { workspace } = useSession();
  const notCharged = statement.minutes - statement.billableMinutes;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long document scrolls, also by keyboard
    <article className={styles['paper']} aria-label="Statement of time" tabIndex={0}>
      <header className={styles['head']}>
        <p className={styles['from']}>{workspace.name}</p>
        <h2>Statement of time for {statement.account.name}</h2>
        <p>
          {formatDate(statement.from)} to {formatDate(statement.to)}
        </p>
      </header>
      {statement.projects.map((project) => (
        <section key={project.id} className={styles['project']}>
          <h3>{project.name}</h3>
          <table>
            <thead>
              <tr>
                <th scope="col">Task</th>
                {shown.estimates ? <th scope="col">Estimated</th> : null}
                <th scope="col">Hours</th>
              </tr>
            </thead>
            {project.tasks.map((task) => (
              <TaskRows key={task.id ?? 'whole'} task={task} shown={shown} />
            ))}
            <tfoot>
              <tr>
                <th scope="row">{project.name} in all</th>
                {shown.estimates ? <td /> : null}
                <td>{formatEffort(project.minutes)}</td>
              </tr>
            </tfoot>
          </table>
        </section>
      ))}
      <p className={styles['total']}>
        <span>Total</span>
        <b>{formatEffort(statement.minutes)}</b>
      </p>
      {notCharged > 0 ? (
        <p className={styles['free']}>Of these, {formatEffort(notCharged)} are not charged.</p>
      ) : null}
    </article>
  );
}

type Task = TimeStatement['projects'][number]['tasks'][number];

function TaskRows({ task, shown }: { readonly task: Task; readonly shown: Shown }) {
  return (
    <tbody>
      <tr className={styles['task']}>
        <th scope="row">{task.name}</th>
        {shown.estimates ? (
          <td>{task.estimateMinutes === null ? '–' : formatEffort(task.estimateMinutes)}</td>
        ) : null}
        <td>{formatEffort(task.minutes)}</td>
      </tr>
      {shown.entries
        ? task.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no id here, and the order stands
            <tr key={index} className={styles['entry']}>
              <td colSpan={shown.estimates ? 2 : 1}>
                <span className={styles['day']}>{formatDayMonth(entry.on)}</span>
                {[shown.people ? entry.person : '', entry.note].filter(Boolean).join(': ')}
                {entry.isBillable ? '' : ' (not charged)'}
              </td>
              <td>{formatEffort(entry.minutes)}</td>
            </tr>
          ))
        : null}
    </tbody>
  );
}

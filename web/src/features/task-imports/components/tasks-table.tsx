import type { ListedTaskView } from '@evenkeel/contract/task-imports';
import type { ImportId } from '@evenkeel/core/id';
import { formatDate } from '../../../ui/format/date.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { Nothing } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useListedTasks } from '../api.ts';
import styles from './task-imports.module.css';

const most = 100;
const actionWords = { create: 'Added', update: 'Changed', keep: 'As it is' } as const;

/** The first tasks as they will come in, with what changes on those that are here. */
export function TasksTable({ importId }: { readonly importId: ImportId }) {
  const found = useListedTasks(importId, most);
  return (
    <Loaded found={found} what="the tasks">
      {({ rows, total }) => (
        <Section
          title="The tasks"
          note={
            total > rows.length
              ? `The first ${formatNumber(rows.length)} of ${formatNumber(total)}`
              : 'As they will come in; the schedule places what names no day.'
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <section className={styles['scroll']} aria-label="Tasks in the file" tabIndex={0}>
            <table className={styles['tasks']}>
              <thead>
                <tr>
                  <th scope="col">Task</th>
                  <th scope="col">Phase</th>
                  <th scope="col">Start</th>
                  <th scope="col">Due</th>
                  <th scope="col" className={styles['end']}>
                    Effort
                  </th>
                  <th scope="col">People</th>
                  <th scope="col">What happens</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <TaskRow key={row.key} row={row} />
                ))}
              </tbody>
            </table>
          </section>
        </Section>
      )}
    </Loaded>
  );
}

function TaskRow({ row }: { readonly row: ListedTaskView }) {
  return (
    <tr data-out={row.action === 'keep' || undefined}>
      <th scope="row" style={{ paddingLeft: row.level * 16 }}>
        {row.name}
        {row.isMilestone ? <span className={styles['meta']}> milestone</span> : null}
      </th>
      <td>{row.phase ?? <Nothing />}</td>
      <td className={styles['day']}>{row.startOn ? formatDate(row.startOn) : <Nothing />}</td>
      <td className={styles['day']}>{row.dueOn ? formatDate(row.dueOn) : <Nothing />}</td>
      <td className={styles['end']}>
        {row.estimateMinutes === null ? <Nothing /> : formatEffort(row.estimateMinutes)}
      </td>
      <td>{row.people.join(', ') || <Nothing />}</td>
      <td>
        {actionWords[row.action]}
        {row.changes.length === 0 ? null : (
          <span className={styles['changes']}>
            {row.changes
              .map(
                ({ field, before, after }) =>
                  `${field}: ${before || 'empty'} → ${after || 'empty'}`,
              )
              .join('; ')}
          </span>
        )}
      </td>
    </tr>
  );
}

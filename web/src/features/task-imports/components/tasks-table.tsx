import type { ListedTaskView, TaskImportPreview } from '@evenkeel/contract/task-imports';
import { isRecordDate } from '@evenkeel/core/calendar-date';
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

type OwnFields = TaskImportPreview['own'];

type TasksTableProps = { readonly importId: ImportId; readonly own: OwnFields };

/** The first tasks as they will come in, with what changes on those that are here. */
export function TasksTable({ importId, own }: TasksTableProps) {
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
                  {own.map(({ id, name, type }) => (
                    <th key={id} scope="col" className={ownClass(type)}>
                      {name}
                    </th>
                  ))}
                  <th scope="col">What happens</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <TaskRow key={row.key} row={row} own={own} />
                ))}
              </tbody>
            </table>
          </section>
        </Section>
      )}
    </Loaded>
  );
}

/** Numbers stand at the end, days are not broken. */
function ownClass(type: OwnFields[number]['type']): string | undefined {
  if (type === 'date') return styles['day'];
  return type === 'number' || type === 'money' ? styles['end'] : undefined;
}

function OwnCell({
  field,
  words = '',
}: {
  readonly field: OwnFields[number];
  readonly words?: string | undefined;
}) {
  const shown = field.type === 'date' && isRecordDate(words) ? formatDate(words) : words;
  return <td className={ownClass(field.type)}>{shown || <Nothing />}</td>;
}

function TaskRow({ row, own }: { readonly row: ListedTaskView; readonly own: OwnFields }) {
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
      {own.map((field) => (
        <OwnCell key={field.id} field={field} words={row.own[field.id]} />
      ))}
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

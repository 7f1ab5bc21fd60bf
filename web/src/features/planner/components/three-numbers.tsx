import { formatEffort } from '../../../ui/format/effort.ts';
import { KindDot } from '../../../ui/marks/kind-badge.tsx';
import type { PlannerNames } from '../lanes.ts';
import { summed, type WorkNumbers } from '../three-numbers.ts';
import styles from './planner-panels.module.css';

type ThreeNumbersTableProps = {
  readonly rows: readonly WorkNumbers[];
  readonly names: PlannerNames;
  readonly capacity: number | null;
  /** Said below: what the weeks of tasks and time are. */
  readonly note?: string | undefined;
};

/** Allocated, estimated by tasks, logged: by project and together, side by side (U12). */
export function ThreeNumbersTable({ rows, names, capacity, note }: ThreeNumbersTableProps) {
  const total = summed(rows);
  return (
    <>
      <table className={styles['numbers']}>
        <thead>
          <tr>
            <th scope="col">Work</th>
            <th scope="col">Allocated</th>
            <th scope="col">Estimated</th>
            <th scope="col">Logged</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const project = names.project.get(row.projectId);
            return (
              <tr key={row.projectId}>
                <th scope="row">
                  <span className={styles['work']}>
                    {project ? <KindDot kind={project.kind} /> : null}
                    <span>{project?.name ?? 'Other work'}</span>
                  </span>
                </th>
                <td>{formatEffort(row.allocated)}</td>
                <td>{formatEffort(row.estimated)}</td>
                <td>{formatEffort(row.logged)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {capacity === null ? 'Together' : `Together, of ${formatEffort(capacity)}`}
            </th>
            <td data-over={(capacity !== null && total.allocated > capacity + 0.5) || undefined}>
              {formatEffort(total.allocated)}
            </td>
            <td>{formatEffort(total.estimated)}</td>
            <td>{formatEffort(total.logged)}</td>
          </tr>
        </tfoot>
      </table>
      {note ? <p className={styles['note']}>{note}</p> : null}
    </>
  );
}

import type { ImportId } from '@evenkeel/core/id';
import { formatNumber } from '../../../ui/format/number.ts';
import { Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useTaskProblems } from '../api.ts';
import styles from './task-imports.module.css';

type ProblemsTableProps = { readonly importId: ImportId; readonly groupKey: string | null };

/** Every problem by row and field, and what is done about it. */
export function ProblemsTable({ importId, groupKey }: ProblemsTableProps) {
  const found = useTaskProblems(importId, groupKey);
  return (
    <Loaded found={found} what="the problems">
      {({ rows, total }) => (
        <Section
          title="Problems"
          note={total > rows.length ? `The first ${formatNumber(rows.length)}` : ''}
          actions={
            <AppLink className={styles['link']} href={`/import/tasks/${importId}`}>
              Back to the choices
            </AppLink>
          }
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <section className={styles['scroll']} aria-label="Problems in the file" tabIndex={0}>
            <table className={styles['tasks']}>
              <thead>
                <tr>
                  <th scope="col">Row</th>
                  <th scope="col">Field</th>
                  <th scope="col">Value</th>
                  <th scope="col">What is wrong</th>
                  <th scope="col">What happens</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row can have a problem twice
                  <tr key={at}>
                    <th scope="row" className={styles['day']}>
                      {row.row === 0 ? 'File' : formatNumber(row.row)}
                    </th>
                    <td>{row.field ?? <Nothing />}</td>
                    <td>{row.value || <Nothing />}</td>
                    <td>{row.message}</td>
                    <td>{row.action}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </Section>
      )}
    </Loaded>
  );
}

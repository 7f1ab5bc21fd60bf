import type { ImportedLead } from '@evenkeel/contract/lead-imports';
import { Nothing } from '../../../ui/marks/values.tsx';
import styles from './lead-imports.module.css';

type LeadRowsProps = {
  readonly rows: readonly ImportedLead[];
  readonly taken: ReadonlySet<number>;
  readonly onToggle: (number: number) => void;
};

/** Who is in the file, what is wrong, and who is taken in. */
export function LeadRows({ rows, taken, onToggle }: LeadRowsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={styles['scroll']} aria-label="Leads in the file" tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Take</th>
            <th scope="col">Lead</th>
            <th scope="col">Company</th>
            <th scope="col">E-mail and phone</th>
            <th scope="col">What they want</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} data-skipped={!taken.has(row.number) || undefined}>
              <td>
                <input
                  type="checkbox"
                  aria-label={`Take ${row.lead.name || `number ${row.number}`}`}
                  checked={taken.has(row.number)}
                  disabled={!row.isNamed}
                  onChange={() => onToggle(row.number)}
                />
              </td>
              <th scope="row">
                {row.lead.name || <Nothing />}
                {row.match ? (
                  <span className={styles['hint']}>Here already: {row.match.name}</span>
                ) : null}
                {row.problems.map(({ column, message }) => (
                  <span key={`${column} ${message}`} className={styles['problem']}>
                    {column ? `${column}: ` : ''}
                    {message}
                  </span>
                ))}
              </th>
              <td>{row.lead.company ?? <Nothing />}</td>
              <td>{[row.lead.email, row.lead.phone].filter(Boolean).join(', ') || <Nothing />}</td>
              <td>{row.lead.interest || <Nothing />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

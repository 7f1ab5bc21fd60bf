import type { Preview } from '../model.ts';
import styles from './lead-imports.module.css';

type Holds = Preview['columns'][number]['holds'];

type LeadColumnsProps = {
  readonly columns: Preview['columns'];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onColumn: (at: number, holds: Holds) => void;
};

/** Each column of the file, and what it is taken for. */
export function LeadColumns({ columns, choices, onColumn }: LeadColumnsProps) {
  return (
    <ul className={styles['columns']} aria-label="Columns of the file">
      {columns.map(({ header, holds, example }, at) => (
        // Two columns may bear the same name.
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
        <li key={at}>
          <span className={styles['column']}>{header}</span>
          <span className={styles['hint']}>{example}</span>
          <select
            className={styles['select']}
            aria-label={`${header} holds`}
            value={holds ?? ''}
            // The options below are all there are.
            onChange={(event) => onColumn(at, (event.currentTarget.value || null) as Holds)}
          >
            <option value="">Left out</option>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}

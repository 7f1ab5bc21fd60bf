import type { ImportedContact } from '@evenkeel/contract/contact-imports';
import { Nothing } from '../../../ui/marks/values.tsx';
import type { RowChoice, RowChoices } from '../model.ts';
import styles from './contact-imports.module.css';

type PreviewTableProps = {
  readonly rows: readonly ImportedContact[];
  readonly choices: RowChoices;
  readonly onChoose: (number: number, choice: RowChoice) => void;
};

/** Who is in a file, what is wrong, and what becomes of each. */
export function PreviewTable({ rows, choices, onChoose }: PreviewTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={styles['scroll']} aria-label="Contacts in the file" tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Name</th>
            <th scope="col">Company</th>
            <th scope="col">E-mail and phone</th>
            <th scope="col">What becomes of them</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PreviewRow
              key={row.number}
              row={row}
              choice={choices.get(row.number) ?? 'skip'}
              onChoose={(choice) => onChoose(row.number, choice)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type PreviewRowProps = {
  readonly row: ImportedContact;
  readonly choice: RowChoice;
  readonly onChoose: (choice: RowChoice) => void;
};

function PreviewRow({ row, choice, onChoose }: PreviewRowProps) {
  const { contact, account, problems } = row;
  const reach = [
    ...contact.emails.map(({ email }) => email),
    ...contact.phones.map((p) => p.phone),
  ];
  return (
    <tr data-skipped={choice === 'skip' || undefined}>
      <td className={styles['number']}>{row.number}</td>
      <th scope="row">
        {contact.name || <Nothing />}
        {contact.jobTitle ? <span className={styles['hint']}>{contact.jobTitle}</span> : null}
        {problems.map(({ column, message }) => (
          <span key={`${column} ${message}`} className={styles['problem']}>
            {column ? `${column}: ` : ''}
            {message}
          </span>
        ))}
      </th>
      <td>
        {account?.name ?? contact.organisation ?? <Nothing />}
        {contact.organisation && !account ? (
          <span className={styles['hint']}>not here yet</span>
        ) : null}
      </td>
      <td>
        {reach.length === 0 ? <Nothing /> : null}
        {reach.map((address) => (
          <span key={address} className={styles['address']}>
            {address}
          </span>
        ))}
      </td>
      <td>
        <RowSelect row={row} choice={choice} onChoose={onChoose} />
      </td>
    </tr>
  );
}

function RowSelect({ row, choice, onChoose }: PreviewRowProps) {
  return (
    <select
      className={styles['select']}
      aria-label={`What becomes of ${row.contact.name || `number ${row.number}`}`}
      value={choice}
      disabled={!row.isNamed}
      // The options below are all there are.
      onChange={(event) => onChoose(event.currentTarget.value as RowChoice)}
    >
      <option value="skip">Leave out</option>
      <option value="add">Add</option>
      {row.matches.map(({ id, name }) => (
        <option key={id} value={id}>
          Fill in {name}
        </option>
      ))}
    </select>
  );
}

import type { ComparedRecord, Comparison } from '@evenkeel/contract/duplicates';
import type { MergeChoice, MergeField } from '@evenkeel/core/duplicates/merge';
import { recordNumber } from '../../../lib/record-number.ts';
import { useSession } from '../../../lib/session.ts';
import { formatInstant } from '../../../ui/format/date.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { type Choices, type ComparedField, fieldLabels, isChoice, valueInWords } from '../model.ts';
import styles from './duplicates.module.css';

type CompareTableProps = {
  readonly comparison: Comparison;
  readonly keptId: string;
  readonly onKeep: (id: string) => void;
  readonly choices: Choices;
  readonly onChoose: (field: MergeField, choice: MergeChoice) => void;
  readonly mayWrite: boolean;
};

/** Two records, field by field, with a choice wherever they differ. */
export function CompareTable(props: CompareTableProps) {
  const { comparison, mayWrite } = props;
  const { workspace } = useSession();
  const told = comparison.fields.filter(
    ({ field, first, second }) =>
      valueInWords(field, first, workspace.currency) !== null ||
      valueInWords(field, second, workspace.currency) !== null,
  );
  return (
    <table className={styles['compare']}>
      <thead>
        <tr>
          <td />
          <RecordHead {...props} record={comparison.first} />
          <RecordHead {...props} record={comparison.second} />
        </tr>
      </thead>
      <tbody>
        {told.map((field) => (
          <FieldRow
            key={field.field}
            field={field}
            choice={props.choices[field.field] ?? field.proposed}
            onChoose={(choice) => props.onChoose(field.field, choice)}
            mayWrite={mayWrite}
          />
        ))}
        <tr>
          <th scope="row">Hangs on it</th>
          <Moves record={comparison.first} />
          <Moves record={comparison.second} />
        </tr>
      </tbody>
    </table>
  );
}

function RecordHead(props: CompareTableProps & { readonly record: ComparedRecord }) {
  const { record, comparison, keptId, onKeep, mayWrite } = props;
  return (
    <th scope="col">
      <label className={styles['choice']}>
        <input
          type="radio"
          name="kept"
          checked={keptId === record.id}
          disabled={!mayWrite}
          onChange={() => onKeep(record.id)}
        />
        <span className={styles['keep']}>
          Keep {recordNumber(comparison.kind, record.number)}
          {record.id === comparison.proposedKeptId ? ', the fuller or older' : ''}
        </span>
      </label>
      <AppLink href={`/${comparison.kind}s/${record.id}`} className={styles['record']}>
        {record.name}
      </AppLink>
      <span className={styles['since']}>Here since {formatInstant(record.createdAt)}</span>
    </th>
  );
}

type FieldRowProps = {
  readonly field: ComparedField;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
  readonly mayWrite: boolean;
};

function FieldRow({ field: compared, choice, onChoose, mayWrite }: FieldRowProps) {
  const { workspace } = useSession();
  const { field } = compared;
  const words = (side: 'first' | 'second') =>
    valueInWords(field, compared[side], workspace.currency);
  const label = fieldLabels[field];
  if (!isChoice(compared)) {
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={2} className={styles['same']}>
          {words('first')}
          <span className={styles['both-say']}>both say so</span>
        </td>
      </tr>
    );
  }
  const option = (value: MergeChoice, text: string | null) => (
    <label className={styles['choice']}>
      <input
        type="radio"
        name={field}
        aria-label={`${label}: ${text ?? 'empty'}`}
        checked={choice === value}
        disabled={!mayWrite}
        onChange={() => onChoose(value)}
      />
      <span className={styles['value']}>{text ?? <Nothing />}</span>
    </label>
  );
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-chosen={choice !== 'second' || undefined}>{option('first', words('first'))}</td>
      <td data-chosen={choice !== 'first' || undefined}>
        {option('second', words('second'))}
        {field === 'notes' ? option('both', 'Keep both, one under the other') : null}
      </td>
    </tr>
  );
}

function Moves({ record }: { readonly record: ComparedRecord }) {
  return (
    <td className={styles['hangs']}>
      {record.moves.length === 0 ? <Nothing /> : null}
      {record.moves.map(({ what, count }) => (
        <span key={what}>
          {formatNumber(count)} {what}
        </span>
      ))}
    </td>
  );
}

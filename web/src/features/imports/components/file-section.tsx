import type { ImportColumn, ImportFile } from '@evenkeel/contract/imports';
import { importKinds } from '@evenkeel/core/imports/kinds';
import type { OwnFields } from '@evenkeel/core/imports/recognise';
import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import { fieldOf, fileFacts, guessWords, kindWords, placesOf, recognitionWords } from '../model.ts';
import { type ColumnChange, ColumnFormats } from './column-formats.tsx';
import styles from './files.module.css';
import shared from './imports.module.css';
import { Notice } from './notice.tsx';

type FileSectionProps = {
  readonly file: ImportFile;
  readonly currency: string;
  readonly own: OwnFields;
  readonly onKind: (kind: ImportFile['kind']) => void;
  readonly onColumns: (columns: ImportColumn[]) => void;
  readonly onRemove: () => void;
};

/** A file: what it holds and where each of its columns goes. */
export function FileSection(props: FileSectionProps) {
  const { file, currency, own, onKind, onColumns, onRemove } = props;
  const headingId = useId();
  const change = (at: number, changed: ColumnChange) =>
    onColumns(
      file.columns.map((column, index) => (index === at ? { ...column, ...changed } : column)),
    );
  const missing = file.issues.filter(
    ({ code }) => code !== 'date-order' && code !== 'decimal-mark',
  );
  return (
    <section className={styles['file']} aria-labelledby={headingId}>
      <div className={styles['file-head']}>
        <IconFileSpreadsheet size={20} stroke={1.5} className={styles['file-icon']} aria-hidden />
        <div className={styles['file-names']}>
          <h2 id={headingId} className={styles['file-name']}>
            {file.name}
          </h2>
          <p className={shared['meta']}>
            {fileFacts(file)} · {recognitionWords(file)}
          </p>
        </div>
        <div className={styles['file-kind']}>
          <span aria-hidden>Holds</span>
          <NativeSelect
            size="xs"
            aria-label={`What ${file.name} holds`}
            value={file.kind ?? ''}
            data={[
              ...importKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
              { value: '', label: 'Nothing to import' },
            ]}
            onChange={(event) =>
              onKind(importKinds.find((kind) => kind === event.currentTarget.value) ?? null)
            }
          />
        </div>
        <Tooltip label="Take out of this import">
          <ActionIcon aria-label={`Take ${file.name} out of this import`} onClick={onRemove}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {missing.map((issue) => (
        <Notice key={issue.message} tone="bad">
          {issue.message}
        </Notice>
      ))}
      {file.kind === null ? null : (
        <table className={styles['columns']} aria-labelledby={headingId}>
          <thead>
            <tr>
              <th className={styles['column-head']}>Column</th>
              <th className={styles['values-head']}>First values</th>
              <th className={styles['field-head']}>Goes to</th>
              <th>Read as</th>
            </tr>
          </thead>
          <tbody>
            {file.columns.map((column, at) => (
              <ColumnRow
                // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat, their places do not move
                key={at}
                column={column}
                kind={file.kind ?? 'deals'}
                currency={currency}
                own={own}
                onChange={(changed) => change(at, changed)}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type ColumnRowProps = {
  readonly column: ImportColumn;
  readonly kind: NonNullable<ImportFile['kind']>;
  readonly currency: string;
  readonly own: OwnFields;
  readonly onChange: (change: ColumnChange) => void;
};

function ColumnRow({ column, kind, currency, own, onChange }: ColumnRowProps) {
  const field = fieldOf(kind, column.field, own);
  const guess = guessWords(column);
  const isDoubtful =
    field !== undefined && column.guess.confidence < 70 && column.guess.field === column.field;
  return (
    <tr data-out={field === undefined || undefined}>
      <th scope="row">
        <span className={styles['header-name']}>{column.header}</span>
      </th>
      <td>
        <span className={styles['samples']} title={column.samples.join(', ')}>
          {column.samples.length === 0 ? 'No values' : column.samples.join(', ')}
        </span>
      </td>
      <td className={styles['goes']}>
        <NativeSelect
          size="xs"
          aria-label={`Where ${column.header} goes`}
          value={field?.key ?? ''}
          data={placesOf(kind, own)}
          onChange={(event) => onChange({ field: event.currentTarget.value || null })}
        />
        <span
          className={joinClasses(styles['sure'], isDoubtful && styles['doubtful'])}
          title={guess.why}
        >
          {guess.sure}
          <span className={shared['hidden']}> {guess.why}</span>
        </span>
      </td>
      <td>
        <ColumnFormats column={column} field={field} currency={currency} onChange={onChange} />
      </td>
    </tr>
  );
}

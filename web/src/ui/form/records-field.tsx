import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FieldProps } from './field-props.ts';
import styles from './form.module.css';
import { RecordField } from './record-field.tsx';
import type { RecordOption, RecordSource } from './use-record-options.ts';

type RecordsFieldProps = FieldProps<readonly RecordOption[]> & {
  readonly source: RecordSource;
  readonly renderMark?: (option: RecordOption) => ReactNode;
  readonly onCreate?: (name: string) => void;
};

/** Picks several records: those picked stand under the field, each with a way out. */
export function RecordsField({ value, onChange, ...props }: RecordsFieldProps) {
  const { disabled, renderMark } = props;
  return (
    <div className={styles['records']}>
      <RecordField
        {...props}
        value={null}
        onChange={(picked) => {
          if (picked && !value.some(({ id }) => id === picked.id)) onChange([...value, picked]);
        }}
      />
      {value.length > 0 ? (
        <ul className={styles['picked']}>
          {value.map((record) => (
            <li key={record.id} className={styles['picked-record']}>
              {renderMark?.(record)}
              {record.name}
              <ActionIcon
                size={20}
                variant="subtle"
                color="gray"
                disabled={disabled ?? false}
                aria-label={`Take out ${record.name}`}
                onClick={() => onChange(value.filter(({ id }) => id !== record.id))}
              >
                <IconX size={13} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

import { type CustomFieldView, customFields } from '@evenkeel/contract/custom-fields';
import {
  type CustomFieldKind,
  type CustomValue,
  isEmptyCustomValue,
} from '@evenkeel/core/custom-field';
import { useState } from 'react';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useCustomFields, useCustomFieldWrite } from '../api.ts';
import { CustomValuePicker } from './custom-value-picker.tsx';

/** The firm's own fields of a record that is not there yet. Made by `useNewFields`. */
export type NewFields = {
  readonly fields: readonly CustomFieldView[];
  readonly values: Readonly<Record<string, CustomValue | null>>;
  readonly change: (field: CustomFieldView, value: CustomValue | null) => void;
  /** Keeps what was filled in on the record once it is made. */
  readonly keep: (id: string) => Promise<void>;
};

/** What is filled in of the firm's own fields in the dialog of a new record. */
export function useNewFields(kind: CustomFieldKind): NewFields {
  const fields = useCustomFields(kind);
  const set = useCustomFieldWrite(customFields.setValues);
  const [values, setValues] = useState<NewFields['values']>({});
  const keep = async (id: string) => {
    const filled = Object.fromEntries(
      Object.entries(values).filter(([, value]) => !isEmptyCustomValue(value)),
    );
    if (Object.keys(filled).length === 0) return;
    try {
      await set.mutateAsync({ body: { kind, records: [{ id, values: filled }] } });
    } catch (thrown) {
      // The record itself is made: the dialog must not make it twice.
      notifyFailed({ message: `Your own fields could not be kept: ${problemOf(thrown).title}` });
    }
  };
  const change = (field: CustomFieldView, value: CustomValue | null) =>
    setValues((before) => ({ ...before, [field.id]: value }));
  return { fields, values, change, keep };
}

/** The firm's own fields in the dialog of a new record; nothing where the firm has none. */
export function NewFieldsPanel({ fields, values, change }: NewFields) {
  const rows = fields.flatMap((_field, index) =>
    index % 2 === 0 ? [fields.slice(index, index + 2)] : [],
  );
  return rows.map((row) => (
    <FieldRow key={row[0]?.id}>
      {row.map((field) => (
        <CustomValuePicker
          key={field.id}
          field={field}
          value={values[field.id] ?? null}
          onChange={(value) => change(field, value)}
        />
      ))}
    </FieldRow>
  ));
}

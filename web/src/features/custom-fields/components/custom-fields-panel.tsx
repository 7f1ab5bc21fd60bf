import { type CustomFieldView, customFields } from '@evenkeel/contract/custom-fields';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import {
  type CustomFieldKind,
  type CustomValue,
  customFieldKinds,
} from '@evenkeel/core/custom-field';
import { useMay } from '../../../lib/session.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { useCustomFields, useCustomFieldWrite, useRecordValues } from '../api.ts';
import { CustomValuePicker } from './custom-value-picker.tsx';

type CustomFieldsPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be changed: the record does not lie in the trash. */
  readonly isOpen?: boolean;
};

/** The firm's own fields on a record's page, each saving itself; nothing where the firm has none. */
export function CustomFieldsPanel({ subject, isOpen = true }: CustomFieldsPanelProps) {
  const kind = customFieldKinds.find((one) => one === subject.kind);
  return kind ? <Fields kind={kind} id={subject.id} isOpen={isOpen} /> : null;
}

type FieldsProps = {
  readonly kind: CustomFieldKind;
  readonly id: string;
  readonly isOpen: boolean;
};

function Fields({ kind, id, isOpen }: FieldsProps) {
  const disabled = !(useMay('write') && isOpen);
  const fields = useCustomFields(kind);
  const values = useRecordValues(kind, id);
  const set = useCustomFieldWrite(customFields.setValues);
  if (!values) return null;
  const save = (field: CustomFieldView) => (value: CustomValue | null) =>
    set.mutateAsync({
      body: { kind, records: [{ id, values: { [field.id]: value } }] },
    });
  return (
    <>
      {fields.map((field) => (
        <Autosave<CustomValue | null>
          key={field.id}
          name={`records.0.values.${field.id}`}
          value={values[field.id] ?? null}
          save={save(field)}
          on={picked.has(field.type) ? 'change' : 'blur'}
        >
          {(props) => <CustomValuePicker field={field} disabled={disabled} {...props} />}
        </Autosave>
      ))}
    </>
  );
}

const picked: ReadonlySet<CustomFieldView['type']> = new Set([
  'boolean',
  'choice',
  'choices',
  'person',
]);

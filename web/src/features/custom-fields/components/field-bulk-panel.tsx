import { type CustomFieldView, customFields } from '@evenkeel/contract/custom-fields';
import type { CustomFieldKind, CustomValue } from '@evenkeel/core/custom-field';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { useCustomFields, useCustomFieldWrite, useCustomValues } from '../api.ts';
import { CustomValuePicker } from './custom-value-picker.tsx';

type FieldBulkPanelProps = {
  readonly kind: CustomFieldKind;
  readonly rows: readonly { readonly id: string }[];
  readonly onDone: () => void;
};

/** Sets one of the firm's own fields on several records at once. */
export function FieldBulkPanel(props: FieldBulkPanelProps) {
  const fields = useCustomFields(props.kind);
  const [chosen, setChosen] = useState<CustomFieldView | null>(null);
  if (fields.length === 0) return null;
  return (
    <>
      <Menu width={220}>
        <Menu.Target>
          <Button variant="default">Set a field…</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {fields.map((field) => (
            <Menu.Item key={field.id} onClick={() => setChosen(field)}>
              {field.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen ? <SetField {...props} field={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

type SetFieldProps = FieldBulkPanelProps & {
  readonly field: CustomFieldView;
  readonly onClose: () => void;
};

function SetField({ kind, rows, field, onDone, onClose }: SetFieldProps) {
  const before = useCustomValues(kind, true);
  const set = useCustomFieldWrite(customFields.setValues);
  const write = (next: (id: string) => CustomValue | null) =>
    set.mutateAsync({
      body: {
        kind,
        records: rows.map(({ id }) => ({ id, values: { [field.id]: next(id) } })),
      },
    });
  const initialValues: { value: CustomValue | null } = { value: null };
  const form = useRecordForm({
    initialValues,
    onSubmit: async ({ value }) => {
      const old = new Map(rows.map(({ id }) => [id, before.get(id)?.[field.id] ?? null]));
      await write(() => value);
      notifyDone({
        message: `${field.name} set on ${formatCount(rows.length, { one: 'record', many: 'records' })}`,
        undo: async () => void (await write((id) => old.get(id) ?? null)),
      });
      onClose();
      onDone();
    },
  });
  return (
    <FormModal
      opened
      title={`Set ${field.name} on ${formatCount(rows.length, { one: 'record', many: 'records' })}`}
      submitLabel="Set"
      form={form}
      onClose={onClose}
    >
      <CustomValuePicker
        field={field}
        description="Left empty, the value is taken away."
        {...form.field('value')}
      />
    </FormModal>
  );
}

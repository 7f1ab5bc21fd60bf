import { type BulkKind, bulk } from '@evenkeel/contract/bulk';
import { Button, Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FieldProps } from '../../../ui/form/field-props.ts';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { BulkPanel } from '../../record/components/bulk-panel.tsx';
import { bulkBody, useBulkWrite } from '../api.ts';

export type BulkRow = { readonly id: string; readonly version: number; readonly name: string };
type Noun = { readonly one: string; readonly many: string };

/** A field that can be set on many records: what its dialog is. Made by `bulkField`. */
export type BulkField<Row extends BulkRow> = {
  readonly label: string;
  readonly dialog: (props: DialogProps<Row>) => ReactNode;
};

type DialogProps<Row extends BulkRow> = {
  readonly rows: readonly Row[];
  readonly noun: Noun;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

type FieldParts<Row extends BulkRow, Value> = {
  readonly label: string;
  readonly empty: Value;
  /** What a row has now, so that it can be put back. */
  readonly read: (row: Row) => Value;
  readonly change: (value: Value) => object;
  readonly editor: (field: FieldProps<Value>) => ReactNode;
};

/** A field of a kind of record that can be set on many of them at once. */
export function bulkField<Row extends BulkRow, Value>(
  kind: BulkKind,
  parts: FieldParts<Row, Value>,
): BulkField<Row> {
  return {
    label: parts.label,
    dialog: (props) => <SetField {...props} kind={kind} parts={parts} />,
  };
}

type BulkEditPanelProps<Row extends BulkRow> = {
  readonly kind: BulkKind;
  readonly noun: Noun;
  readonly rows: readonly Row[];
  readonly fields: readonly BulkField<Row>[];
  readonly onDone: () => void;
};

/** What can be done with the selected records: set a field, tag them, move them to the trash. */
export function BulkEditPanel<Row extends BulkRow>(props: BulkEditPanelProps<Row>) {
  const { kind, noun, rows, fields, onDone } = props;
  const [chosen, setChosen] = useState<BulkField<Row> | null>(null);
  return (
    <>
      <Menu width={220}>
        <Menu.Target>
          <Button variant="default">Set…</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {fields.map((field) => (
            <Menu.Item key={field.label} onClick={() => setChosen(field)}>
              {field.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <BulkPanel kind={kind} rows={rows} onDone={onDone} />
      <TrashButton kind={kind} noun={noun} rows={rows} onDone={onDone} />
      {chosen?.dialog({ rows, noun, onDone, onClose: () => setChosen(null) })}
    </>
  );
}

type SetFieldProps<Row extends BulkRow, Value> = DialogProps<Row> & {
  readonly kind: BulkKind;
  readonly parts: FieldParts<Row, Value>;
};

function SetField<Row extends BulkRow, Value>(props: SetFieldProps<Row, Value>) {
  const { kind, parts, rows, noun, onClose, onDone } = props;
  const update = useBulkWrite(bulk.update);
  const count = formatCount(rows.length, noun);
  const initialValues: { value: Value } = { value: parts.empty };
  const form = useRecordForm({
    initialValues,
    onSubmit: async ({ value }) => {
      const change = parts.change(value);
      const written = await update.mutateAsync({
        body: bulkBody(
          kind,
          rows.map(({ id, version }) => ({ id, version, change })),
        ),
      });
      const undo = () =>
        update.mutateAsync({
          body: bulkBody(
            kind,
            written.rows.map((row, index) => {
              const before = rows[index];
              return { ...row, change: before ? parts.change(parts.read(before)) : {} };
            }),
          ),
        });
      notifyDone({
        message: `${parts.label} set on ${count}`,
        undo: () => told(async () => void (await undo())),
      });
      onClose();
      onDone();
    },
  });
  return (
    <FormModal
      opened
      title={`${parts.label} of ${count}`}
      submitLabel="Set"
      form={form}
      onClose={onClose}
    >
      {parts.editor({ label: parts.label, ...form.field('value'), autoFocus: true })}
    </FormModal>
  );
}

function TrashButton<Row extends BulkRow>({
  kind,
  noun,
  rows,
  onDone,
}: Omit<BulkEditPanelProps<Row>, 'fields'>) {
  const remove = useBulkWrite(bulk.remove);
  const restore = useBulkWrite(bulk.restore);
  const body = { kind, ids: rows.map(({ id }) => id) };
  const putAway = () =>
    told(async () => {
      await remove.mutateAsync({ body });
      notifyDone({
        message: `${formatCount(rows.length, noun)} moved to the trash`,
        undo: () => told(async () => void (await restore.mutateAsync({ body }))),
      });
      onDone();
    });
  return (
    <Button variant="default" onClick={() => void putAway()}>
      Delete
    </Button>
  );
}

/** Says why nothing was done, naming the records that stood in the way. */
async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const { title, issues } = problemOf(thrown);
    const named = issues.slice(0, 3).map(({ message }) => message);
    notifyFailed({ message: [title, ...named].join(' ') });
  }
}

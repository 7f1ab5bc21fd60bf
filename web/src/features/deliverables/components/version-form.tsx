import { type DeliverableView, deliverables } from '@evenkeel/contract/deliverables';
import type { FileView } from '@evenkeel/contract/files';
import type { FileId } from '@evenkeel/core/id';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useFiles } from '../../files/api.ts';
import { useDeliverableWrite } from '../api.ts';
import styles from './deliverables.module.css';

type VersionFormProps = { readonly deliverable: DeliverableView; readonly onClose: () => void };

/**
 * A new version: which of the files belong to it. Those of no earlier version are ticked, one that
 * arrives while the form is open as well: so what is kept is which are left out.
 */
export function VersionForm({ deliverable, onClose }: VersionFormProps) {
  const found = useFiles({ kind: 'deliverable', id: deliverable.id });
  if (!found.data) return null;
  return <Form deliverable={deliverable} files={found.data.rows} onClose={onClose} />;
}

function Form({
  deliverable,
  files,
  onClose,
}: VersionFormProps & { readonly files: readonly FileView[] }) {
  const { mutateAsync } = useDeliverableWrite(deliverables.addVersion);
  const used = new Set<FileId>(
    deliverable.versions
      .filter(({ state }) => state !== 'draft')
      .flatMap((version) => version.files.map(({ fileId }) => fileId)),
  );
  const filesWithout = (leftOut: readonly FileId[]) =>
    files.map(({ id }) => id).filter((id) => !leftOut.includes(id));
  const form = useRecordForm<{ leftOut: readonly FileId[]; note: string }>({
    initialValues: { leftOut: [...used], note: '' },
    validate: {
      leftOut: (ids) => (filesWithout(ids).length === 0 ? 'Choose at least one file.' : null),
    },
    onSubmit: async ({ leftOut, note }) => {
      const params = { id: deliverable.id };
      await mutateAsync({ params, body: { fileIds: filesWithout(leftOut), note } });
      onClose();
    },
  });
  const { value: leftOut, onChange, error } = form.field('leftOut');
  return (
    <FormModal
      opened
      title="New version"
      submitLabel="Make the version"
      form={form}
      onClose={onClose}
    >
      <fieldset className={styles['checks']}>
        <legend>Files of this version</legend>
        {files.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            value={!leftOut.includes(id)}
            onChange={(isOn) =>
              onChange(isOn ? leftOut.filter((other) => other !== id) : [...leftOut, id])
            }
          />
        ))}
        {error ? <p role="alert">{error}</p> : null}
      </fieldset>
      <TextAreaField label="What is new, for the client" {...form.field('note')} />
    </FormModal>
  );
}

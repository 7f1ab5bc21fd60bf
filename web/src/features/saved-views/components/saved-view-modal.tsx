import { type SavedViewView, savedViews } from '@evenkeel/contract/saved-views';
import { useMay } from '../../../lib/session.ts';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { type ListView, useSavedViewWrite } from '../api.ts';

type SavedViewModalProps = {
  readonly view: ListView;
  /** The view whose name and sharing change; a new one without it. */
  readonly edited: SavedViewView | undefined;
  readonly onClose: () => void;
};

/** Names a view and says who sees it. Mount it while it is open. */
export function SavedViewModal({ view, edited, onClose }: SavedViewModalProps) {
  const mayShare = useMay('write');
  const create = useSavedViewWrite(savedViews.create);
  const update = useSavedViewWrite(savedViews.update);
  const form = useRecordForm({
    initialValues: {
      name: edited?.name ?? '',
      isShared: edited?.isShared ?? false,
      isDefault: edited?.isDefault ?? false,
    },
    onSubmit: async (body) => {
      const saved = edited
        ? await update.mutateAsync({
            params: { id: edited.id },
            version: edited.version,
            body,
          })
        : await create.mutateAsync({ body: { ...body, list: view.list, state: view.state } });
      if (!edited) view.open(saved);
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={edited ? 'Name and sharing' : 'Save this view'}
      submitLabel="Save"
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <CheckField
        label="Everybody sees it"
        description="Else it is yours alone."
        disabled={!mayShare}
        {...form.field('isShared')}
      />
      <CheckField
        label="The list opens with it"
        description="For you, or for everybody who has no default of their own."
        {...form.field('isDefault')}
      />
    </FormModal>
  );
}

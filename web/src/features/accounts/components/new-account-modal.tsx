import { accounts } from '@evenkeel/contract/accounts';
import { useSession } from '../../../lib/session.ts';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { NewFieldsPanel, useNewFields } from '../../custom-fields/components/new-fields-panel.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useAccountWrite } from '../api.ts';

type Values = {
  name: string;
  sector: string;
  country: string;
  website: string;
  ownerId: PickedPerson | null;
};

/** A new account; only its name is needed. Mount it while it is open. */
export function NewAccountModal({ onClose }: { readonly onClose: () => void }) {
  const { user, member } = useSession();
  const open = useOpen();
  const create = useAccountWrite(accounts.create);
  const own = useNewFields('account');
  const form = useRecordForm<Values>({
    initialValues: {
      name: '',
      sector: '',
      country: '',
      website: '',
      ownerId: member.personId ? { id: member.personId, name: user.name } : null,
    },
    validate: { name: (name) => (name.trim() === '' ? 'An account needs a name.' : null) },
    onSubmit: async (values) => {
      const account = await create.mutateAsync({
        body: {
          name: values.name,
          sector: values.sector || null,
          country: values.country || null,
          website: values.website || null,
          ownerId: values.ownerId?.id ?? null,
        },
      });
      await own.keep(account.id);
      notifyDone({ message: `Account ${account.name} added` });
      onClose();
      open(`/accounts/${account.id}`);
    },
  });
  return (
    <FormModal
      opened
      title="New account"
      submitLabel="Create account"
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <FieldRow>
        <TextField label="Sector" {...form.field('sector')} />
        <TextField label="Country" {...form.field('country')} />
      </FieldRow>
      <TextField label="Website" type="url" {...form.field('website')} />
      <PersonPicker label="Owner" {...form.field('ownerId')} />
      <NewFieldsPanel {...own} />
    </FormModal>
  );
}

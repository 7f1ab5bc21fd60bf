import { contacts } from '@evenkeel/contract/contacts';
import { isEmailAddress } from '@evenkeel/core/contacts/channel';
import { useSession } from '../../../lib/session.ts';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { AccountPicker, type PickedAccount } from '../../accounts/components/account-picker.tsx';
import { NewFieldsPanel, useNewFields } from '../../custom-fields/components/new-fields-panel.tsx';
import { useContactWrite } from '../api.ts';

type Values = {
  name: string;
  account: PickedAccount | null;
  role: string;
  email: string;
  phone: string;
};

type NewContactProps = {
  /** The account they are at, when it is known already: the page stays then. */
  readonly account?: PickedAccount;
  readonly onClose: () => void;
};

/** A new contact; only the name is needed. Mount it while it is open. */
export function NewContactModal({ account, onClose }: NewContactProps) {
  const { member } = useSession();
  const open = useOpen();
  const create = useContactWrite(contacts.create);
  const own = useNewFields('contact');
  const form = useRecordForm<Values>({
    initialValues: { name: '', account: account ?? null, role: '', email: '', phone: '' },
    validate: {
      name: (name) => (name.trim() === '' ? 'A contact needs a name.' : null),
      email: (email) =>
        email.trim() === '' || isEmailAddress(email.trim())
          ? null
          : 'This is no e-mail address, such as anna@example.com.',
    },
    onSubmit: async (values) => {
      const { id, name } = await create.mutateAsync({
        body: {
          name: values.name,
          jobTitle: values.role || null,
          ownerId: member.personId,
          emails: values.email.trim() ? [{ email: values.email }] : [],
          phones: values.phone.trim() ? [{ phone: values.phone }] : [],
          accounts: values.account ? [{ accountId: values.account.id, role: values.role }] : [],
        },
      });
      await own.keep(id);
      notifyDone({ message: `Contact ${name} added` });
      onClose();
      if (!account) open(`/contacts/${id}`);
    },
  });
  return (
    <FormModal
      opened
      title="New contact"
      submitLabel="Create contact"
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <FieldRow>
        <AccountPicker label="Account" {...form.field('account')} />
        <TextField label="Role there" {...form.field('role')} />
      </FieldRow>
      <FieldRow>
        <TextField label="E-mail" type="email" {...form.field('email')} />
        <TextField label="Phone" type="tel" {...form.field('phone')} />
      </FieldRow>
      <NewFieldsPanel {...own} />
    </FormModal>
  );
}

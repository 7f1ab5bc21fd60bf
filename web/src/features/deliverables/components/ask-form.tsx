import {
  type DeliverableVersionView,
  type DeliverableView,
  deliverables,
} from '@evenkeel/contract/deliverables';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { ContactsPicker, type PickedContact } from '../../contacts/components/contacts-picker.tsx';
import { useDeliverableWrite } from '../api.ts';

type AskFormProps = {
  readonly deliverable: DeliverableView;
  readonly version: DeliverableVersionView;
  readonly onClose: () => void;
};

/** Asks named contacts for their approval of a version, by a day. */
export function AskForm({ deliverable, version, onClose }: AskFormProps) {
  const { mutateAsync } = useDeliverableWrite(deliverables.ask);
  const asked = deliverable.versions.find(({ approvals }) => approvals.length > 0);
  const form = useRecordForm<{
    contacts: readonly PickedContact[];
    dueOn: CalendarDate | null;
  }>({
    initialValues: {
      contacts: asked?.approvals.map(({ contact }) => contact) ?? [],
      dueOn: addDays(readerToday(), 7),
    },
    validate: {
      contacts: (picked) => (picked.length === 0 ? 'Name at least one contact.' : null),
      dueOn: (day) => (day === null ? 'Say by when.' : null),
    },
    onSubmit: async ({ contacts, dueOn }) => {
      if (dueOn === null) return;
      await mutateAsync({
        params: { id: deliverable.id, versionId: version.id },
        body: { contactIds: contacts.map(({ id }) => id), dueOn },
      });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Ask for approval of version ${version.number}`}
      submitLabel="Ask for approval"
      form={form}
      onClose={onClose}
    >
      <ContactsPicker
        label="Contacts who approve"
        required
        accountId={deliverable.account?.id ?? null}
        {...form.field('contacts')}
      />
      <DateField label="By" required earliest={readerToday()} {...form.field('dueOn')} />
    </FormModal>
  );
}

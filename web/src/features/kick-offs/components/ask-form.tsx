import { type KickOffItemView, kickOffs } from '@evenkeel/contract/kick-offs';
import type { ClientProjectView } from '@evenkeel/contract/projects';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { ContactPicker, type PickedContact } from '../../contacts/components/contacts-picker.tsx';
import { useKickOffWrite } from '../api.ts';

type AskFormProps = {
  readonly item: KickOffItemView;
  readonly project: ClientProjectView;
  readonly onClose: () => void;
};

/** Asks a contact for an item of theirs: it becomes a client duty. Mount it while it is open. */
export function AskForm({ item, project, onClose }: AskFormProps) {
  const ask = useKickOffWrite(kickOffs.ask);
  const form = useRecordForm<{
    contact: PickedContact | null;
    kind: 'input' | 'access' | null;
    dueOn: CalendarDate | null;
  }>({
    initialValues: {
      contact: null,
      kind: 'access',
      dueOn: item.dueOn ?? addDays(readerToday(), 7),
    },
    validate: {
      contact: (picked) => (picked === null ? 'Say from whom.' : null),
      dueOn: (day) => (day === null ? 'Say by when.' : null),
    },
    onSubmit: async ({ contact, kind, dueOn }) => {
      if (contact === null || dueOn === null) return;
      await ask.mutateAsync({
        params: { id: item.id },
        version: item.version,
        body: { contactId: contact.id, dueOn, kind: kind ?? 'access' },
      });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Ask the client: ${item.name}`}
      submitLabel="Ask"
      form={form}
      onClose={onClose}
    >
      <ContactPicker
        label="From"
        required
        accountId={project.account?.id ?? null}
        {...form.field('contact')}
      />
      <ChoiceField
        label="Kind"
        choices={[
          { value: 'access', label: 'Access' },
          { value: 'input', label: 'Input' },
        ]}
        {...form.field('kind')}
      />
      <DateField label="By" required earliest={readerToday()} {...form.field('dueOn')} />
    </FormModal>
  );
}

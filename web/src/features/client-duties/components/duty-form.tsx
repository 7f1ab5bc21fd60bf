import { clientDuties } from '@evenkeel/contract/client-duties';
import type { ClientProjectView } from '@evenkeel/contract/projects';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { TaskId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { ContactPicker, type PickedContact } from '../../contacts/components/contacts-picker.tsx';
import { useProjectTasks } from '../../tasks/api.ts';
import { useDutyWrite } from '../api.ts';

type DutyFormProps = { readonly project: ClientProjectView; readonly onClose: () => void };

/** Asks a contact for something: what, who, by when, and which task of ours waits for it (CL-05). */
export function DutyForm({ project, onClose }: DutyFormProps) {
  const { mutateAsync } = useDutyWrite(clientDuties.create);
  const tasks = useProjectTasks(project.id);
  const form = useRecordForm<{
    name: string;
    kind: 'input' | 'access' | null;
    contact: PickedContact | null;
    dueOn: CalendarDate | null;
    details: string;
    neededForId: TaskId | null;
  }>({
    initialValues: {
      name: '',
      kind: 'input',
      contact: null,
      dueOn: addDays(readerToday(), 7),
      details: '',
      neededForId: null,
    },
    validate: {
      name: (text) => (text.trim() === '' ? 'Say what is needed.' : null),
      contact: (picked) => (picked === null ? 'Say from whom.' : null),
      dueOn: (day) => (day === null ? 'Say by when.' : null),
      kind: (picked) => (picked === null ? 'Say which.' : null),
    },
    onSubmit: async ({ contact, dueOn, kind, neededForId, ...rest }) => {
      if (contact === null || dueOn === null || kind === null) return;
      const needed = neededForId === null ? {} : { neededForId };
      const asked = { projectId: project.id, contactId: contact.id, kind, dueOn };
      const body = { ...rest, ...asked, ...needed };
      await mutateAsync({ body });
      onClose();
    },
  });
  const open = (tasks.data?.rows ?? []).filter(({ state }) => state !== 'done');
  return (
    <FormModal opened title="Ask the client" submitLabel="Ask" form={form} onClose={onClose}>
      <TextField label="What is needed" required autoFocus {...form.field('name')} />
      <FieldRow>
        <ChoiceField
          label="Kind"
          choices={[
            { value: 'input', label: 'Input' },
            { value: 'access', label: 'Access' },
          ]}
          {...form.field('kind')}
        />
        <DateField label="By" required earliest={readerToday()} {...form.field('dueOn')} />
      </FieldRow>
      <ContactPicker
        label="From"
        required
        accountId={project.account?.id ?? null}
        {...form.field('contact')}
      />
      <ChoiceField
        label="What waits for it"
        placeholder="Nothing in the plan"
        choices={open.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('neededForId')}
      />
      <TextAreaField label="Details, for the client" {...form.field('details')} />
    </FormModal>
  );
}

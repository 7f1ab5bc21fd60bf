import { projects } from '@evenkeel/contract/projects';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { TemplateId } from '@evenkeel/core/id';
import type { Money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { AccountPicker, type PickedAccount } from '../../accounts/components/account-picker.tsx';
import { NewFieldsPanel, useNewFields } from '../../custom-fields/components/new-fields-panel.tsx';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { useProjectWrite, useTemplates } from '../api.ts';

type Values = {
  name: string;
  accountId: PickedAccount | null;
  templateId: TemplateId | null;
  startOn: CalendarDate | null;
  endOn: CalendarDate | null;
  projectManagerId: PickedPerson | null;
  price: Money | null;
};

const initialValues: Values = {
  name: '',
  accountId: null,
  templateId: null,
  startOn: null,
  endOn: null,
  projectManagerId: null,
  price: null,
};

/** A client project that no deal led to. Mount it while it is open. */
export function NewProjectModal({ onClose }: { readonly onClose: () => void }) {
  const { workspace } = useSession();
  const open = useOpen();
  const create = useProjectWrite(projects.create);
  const own = useNewFields('client-project');
  const choices = useTemplates('client').map(({ id, name }) => ({ value: id, label: name }));
  const form = useRecordForm<Values>({
    initialValues,
    validate: { name: (name) => (name.trim() === '' ? 'A client project needs a name.' : null) },
    onSubmit: async ({ accountId, projectManagerId, price, ...rest }) => {
      const project = await create.mutateAsync({
        body: {
          kind: 'client',
          ...rest,
          accountId: accountId?.id ?? null,
          projectManagerId: projectManagerId?.id ?? null,
          price: price?.minor ?? null,
        },
      });
      await own.keep(project.id);
      notifyDone({ message: `Client project ${project.name} added` });
      onClose();
      open(`/client-projects/${project.id}`);
    },
  });
  return (
    <FormModal
      opened
      title="New client project"
      submitLabel="Create client project"
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <AccountPicker label="Account" {...form.field('accountId')} />
      <ChoiceField
        label="Template"
        placeholder="Without phases and tasks"
        choices={choices}
        {...form.field('templateId')}
      />
      <FieldRow>
        <DateField label="Start" {...form.field('startOn')} />
        <DateField
          label="End"
          description="Else the template's usual length."
          {...form.field('endOn')}
        />
      </FieldRow>
      <FieldRow>
        <PersonPicker label="Project manager" {...form.field('projectManagerId')} />
        <MoneyField label="Price" currency={workspace.currency} {...form.field('price')} />
      </FieldRow>
      <NewFieldsPanel {...own} />
    </FormModal>
  );
}

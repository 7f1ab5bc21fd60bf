import { type ActionView, actions } from '@evenkeel/contract/actions';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { DateField } from '../../../ui/form/date-field.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { PersonPicker, type PickedPerson } from '../../people/components/person-picker.tsx';
import { type PickedSubject, SubjectPicker } from '../../subjects/components/subject-picker.tsx';
import { useActionWrite } from '../api.ts';
import { useActionCalls } from '../use-action-calls.ts';

type ActionFormProps = {
  /** Null for a new one. */
  readonly action: ActionView | null;
  readonly onClose: () => void;
};

type Values = {
  readonly name: string;
  readonly owner: PickedPerson | null;
  readonly dueOn: CalendarDate | null;
  readonly subject: PickedSubject | null;
  readonly notes: string;
};

/** An action: what, who, by when, and what it is about. */
export function ActionForm({ action, onClose }: ActionFormProps) {
  const form = useActionForm(action, onClose);
  const { takeAway } = useActionCalls();
  const { field } = form;
  return (
    <FormModal
      title={action ? 'Change action' : 'New action'}
      opened
      onClose={onClose}
      form={form}
      submitLabel={action ? 'Save changes' : 'Add action'}
      footer={
        action ? (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={15} />}
            onClick={() => {
              onClose();
              void takeAway(action);
            }}
          >
            Move to the trash
          </Button>
        ) : null
      }
    >
      <TextField label="Action" required autoFocus {...field('name')} />
      <FieldRow>
        <PersonPicker label="Owner" {...field('owner')} />
        <DateField label="Due" {...field('dueOn')} />
      </FieldRow>
      <SubjectPicker label="About" {...field('subject')} />
      <TextAreaField label="Notes" minRows={2} {...field('notes')} />
    </FormModal>
  );
}

function useActionForm(action: ActionView | null, onClose: () => void) {
  const create = useActionWrite(actions.create);
  const update = useActionWrite(actions.update);
  return useRecordForm<Values>({
    initialValues: {
      name: action?.name ?? '',
      owner: action?.owner ?? null,
      dueOn: action?.dueOn ?? null,
      subject: action?.subject ?? null,
      notes: action?.notes ?? '',
    },
    validate: { name: (name) => (name.trim() === '' ? 'Say what is to be done.' : null) },
    onSubmit: async ({ owner, subject, ...values }) => {
      const body = {
        ...values,
        ownerId: owner?.id ?? null,
        subject: subject && { kind: subject.kind, id: subject.id },
      };
      await (action
        ? update.mutateAsync({ params: { id: action.id }, version: action.version, body })
        : create.mutateAsync({ body }));
      onClose();
    },
  });
}

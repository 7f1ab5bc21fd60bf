import { links } from '@evenkeel/contract/links';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { type LinkReason, linkReasonNames, linkReasons } from '@evenkeel/core/link-reason';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { type PickedSubject, SubjectPicker } from '../../subjects/components/subject-picker.tsx';
import { useLinkWrite } from '../api.ts';

type LinkModalProps = { readonly subject: SubjectRef; readonly onClose: () => void };

type Values = { reason: string | null; to: PickedSubject | null; note: string };

const choices = linkReasonNames.map((value) => ({ value, label: linkReasons[value].forth }));

/** Links a record with another. Mount it while it is open. */
export function LinkModal({ subject, onClose }: LinkModalProps) {
  const create = useLinkWrite(links.create);
  const initialValues: Values = { reason: 'related', to: null, note: '' };
  const form = useRecordForm<Values>({
    initialValues,
    validate: { to: (to) => (to === null ? 'Say which record.' : null) },
    onSubmit: async ({ reason, to, note }) => {
      if (to === null) return;
      await create.mutateAsync({
        body: {
          from: subject,
          to: { kind: to.kind, id: to.id },
          // The field offers nothing but these words.
          reason: (reason ?? 'related') as LinkReason,
          note,
        },
      });
      onClose();
    },
  });
  return (
    <FormModal opened title="Link a record" submitLabel="Link" form={form} onClose={onClose}>
      <ChoiceField label="Why" required choices={choices} {...form.field('reason')} />
      <SubjectPicker label="Record" required autoFocus except={subject} {...form.field('to')} />
      <TextField label="Note" {...form.field('note')} />
    </FormModal>
  );
}

import type { ProjectState } from '@evenkeel/core/projects/state';
import { projectStateLabels } from '../../../lib/project-state.ts';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import type { MoveInitiative } from '../move-initiative.ts';

type ReasonFormProps = {
  readonly state: ProjectState;
  readonly onClose: () => void;
  readonly move: MoveInitiative;
};

/** Asks why an initiative is shelved or rejected; the reason stays with it (ST-39). */
export function ReasonForm({ state, onClose, move }: ReasonFormProps) {
  const word = state === 'shelved' ? 'Shelve' : 'Reject';
  const form = useRecordForm<{ reason: string }>({
    initialValues: { reason: '' },
    validate: {
      reason: (value) =>
        value.trim() === '' ? `Say why it is ${projectStateLabels[state].toLowerCase()}.` : null,
    },
    onSubmit: async ({ reason }) => {
      onClose();
      await move(state, reason);
    },
  });
  return (
    <FormModal
      title={`${word} the initiative`}
      opened
      onClose={onClose}
      form={form}
      submitLabel={word}
    >
      <TextAreaField
        label="Reason"
        description="Kept with the initiative, for whoever asks later."
        required
        autoFocus
        {...form.field('reason')}
      />
    </FormModal>
  );
}

import { type DeliverableView, deliverables } from '@evenkeel/contract/deliverables';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { TextAreaField, TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { useMilestones } from '../../tasks/api.ts';
import { useDeliverableWrite } from '../api.ts';

type DeliverableFormProps = {
  readonly projectId: ProjectId;
  /** The one that is changed; a new one without it. */
  readonly deliverable?: DeliverableView;
  readonly onClose: () => void;
};

/** A deliverable: what it is, and the milestone that it belongs to. Mount it while it is open. */
export function DeliverableForm({ projectId, deliverable, onClose }: DeliverableFormProps) {
  const create = useDeliverableWrite(deliverables.create);
  const update = useDeliverableWrite(deliverables.update);
  const milestones = useMilestones(projectId);
  const open = useOpen();
  const form = useRecordForm<{
    name: string;
    description: string;
    milestoneId: TaskId | null;
  }>({
    initialValues: {
      name: deliverable?.name ?? '',
      description: deliverable?.description ?? '',
      milestoneId: deliverable?.milestone?.id ?? null,
    },
    validate: { name: (text) => (text.trim() === '' ? 'Say what it is called.' : null) },
    onSubmit: async (body) => {
      if (deliverable) {
        const { id, version } = deliverable;
        await update.mutateAsync({ params: { id }, version, body });
      } else {
        const { id } = await create.mutateAsync({ body: { ...body, projectId } });
        open(`/deliverables/${id}`);
      }
      onClose();
    },
  });
  const rows = milestones.data?.rows ?? [];
  return (
    <FormModal
      opened
      title={deliverable ? 'Change the deliverable' : 'Add a deliverable'}
      submitLabel={deliverable ? 'Save' : 'Add'}
      form={form}
      onClose={onClose}
    >
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <TextAreaField
        label="What it is, and what counts as accepted"
        {...form.field('description')}
      />
      <ChoiceField
        label="Milestone"
        placeholder="None"
        choices={rows.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('milestoneId')}
      />
    </FormModal>
  );
}

import { type PipelineView, pipelines } from '@evenkeel/contract/pipelines';
import type { PipelineId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { usePipelineWrite } from '../api.ts';
import { dealNoun } from '../model.ts';

type RemovePipelineDialogProps = {
  readonly pipeline: PipelineView;
  readonly others: readonly PipelineView[];
  readonly onClose: () => void;
};

/** Deletes a pipeline with its stages; its deals go on in another. */
export function RemovePipelineDialog({ pipeline, others, onClose }: RemovePipelineDialogProps) {
  const remove = usePipelineWrite(pipelines.remove);
  const count = pipeline.stages.reduce((sum, { dealCount }) => sum + dealCount, 0);
  const form = useRecordForm<{ moveTo: PipelineId | null }>({
    initialValues: { moveTo: others.find(({ isDefault }) => isDefault)?.id ?? null },
    onSubmit: async ({ moveTo }) => {
      const query = moveTo ? { moveTo } : {};
      await remove.mutateAsync({ params: { id: pipeline.id }, query });
      notifyDone({ message: `Pipeline ${pipeline.name} deleted` });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Delete the pipeline ${pipeline.name}?`}
      submitLabel="Delete pipeline"
      form={form}
      onClose={onClose}
    >
      <ChoiceField
        label="Its deals go on in"
        required
        description={`${formatCount(count, dealNoun)}: each goes to the stage of the same meaning that is nearest in probability.`}
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field('moveTo')}
      />
    </FormModal>
  );
}

import { type PipelineView, stages } from '@evenkeel/contract/pipelines';
import type { StageId } from '@evenkeel/core/id';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { usePipelineWrite } from '../api.ts';
import { dealNoun } from '../model.ts';

type RemoveStageDialogProps = {
  readonly stage: PipelineView['stages'][number];
  readonly pipeline: PipelineView;
  readonly onClose: () => void;
};

/** Deletes a stage; asks where its deals go, among the stages that mean the same. */
export function RemoveStageDialog({ stage, pipeline, onClose }: RemoveStageDialogProps) {
  const remove = usePipelineWrite(stages.remove);
  const targets = pipeline.stages.filter(
    ({ id, outcome }) => id !== stage.id && outcome === stage.outcome,
  );
  const form = useRecordForm<{ moveTo: StageId | null }>({
    initialValues: { moveTo: targets[0]?.id ?? null },
    onSubmit: async ({ moveTo }) => {
      await remove.mutateAsync({
        params: { id: stage.id },
        query: moveTo ? { moveTo } : {},
      });
      notifyDone({ message: `Stage ${stage.name} deleted` });
      onClose();
    },
  });
  return (
    <FormModal
      opened
      title={`Delete the stage ${stage.name}?`}
      submitLabel="Delete stage"
      form={form}
      onClose={onClose}
    >
      {targets.length > 0 ? (
        <ChoiceField
          label="Its deals go to"
          required
          description={`${formatCount(stage.dealCount, dealNoun)} in it now, and those in the trash.`}
          choices={targets.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field('moveTo')}
        />
      ) : (
        <p>
          It is the only {stage.outcome} stage of this pipeline. Add another before you delete it.
        </p>
      )}
    </FormModal>
  );
}

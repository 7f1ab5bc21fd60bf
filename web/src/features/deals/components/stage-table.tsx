import { type PipelineView, pipelines, stages } from '@evenkeel/contract/pipelines';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ChoiceField } from '../../../ui/form/choice-fields.tsx';
import { FieldRow } from '../../../ui/form/form-frame.tsx';
import { FormModal } from '../../../ui/form/form-modal.tsx';
import { NumberField, PercentField } from '../../../ui/form/number-fields.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useRecordForm } from '../../../ui/form/use-record-form.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { moved } from '../../../ui/reorder/use-reorder-row.ts';
import { usePipelineWrite } from '../api.ts';
import styles from './pipelines.module.css';
import { StageRow } from './stage-row.tsx';

type StageTableProps = { readonly pipeline: PipelineView; readonly mayManage: boolean };

/** The stages of a pipeline, edited where they stand, in an order that is dragged or chosen. */
export function StageTable({ pipeline, mayManage }: StageTableProps) {
  const order = usePipelineWrite(pipelines.orderStages);
  const [isAdding, setAdding] = useState(false);
  const move = async (from: number, to: number) => {
    const stageIds = moved(pipeline.stages, from, to).map(({ id }) => id);
    try {
      await order.mutateAsync({ params: { id: pipeline.id }, body: { stageIds } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <>
      <table className={styles['stages']}>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Probability</th>
            <th scope="col">Quiet after</th>
            <th scope="col">Deals</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {pipeline.stages.map((stage, index) => (
            <StageRow
              key={stage.id}
              stage={stage}
              index={index}
              pipeline={pipeline}
              mayManage={mayManage}
              onMove={(from, to) => void move(from, to)}
            />
          ))}
        </tbody>
      </table>
      {mayManage ? (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={15} />}
          onClick={() => setAdding(true)}
        >
          Add a stage
        </Button>
      ) : null}
      {isAdding ? <NewStageForm pipeline={pipeline} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

type Values = {
  name: string;
  outcome: 'open' | 'won' | 'lost' | null;
  probability: number | null;
  quietAfterDays: number | null;
};

const outcomes = [
  { value: 'open', label: 'Open: the sale goes on' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
] as const;

function NewStageForm({
  pipeline,
  onClose,
}: {
  readonly pipeline: PipelineView;
  readonly onClose: () => void;
}) {
  const create = usePipelineWrite(stages.create);
  const form = useRecordForm<Values>({
    initialValues: { name: '', outcome: 'open', probability: 5_000, quietAfterDays: 21 },
    validate: {
      name: (name) => (name.trim() === '' ? 'A stage needs a name.' : null),
      probability: (share) =>
        share === null || share < 0 || share > 10_000 ? 'Write a share from 0 to 100 %.' : null,
    },
    onSubmit: async ({ name, outcome, probability, quietAfterDays }) => {
      await create.mutateAsync({
        body: {
          pipelineId: pipeline.id,
          name,
          outcome: outcome ?? 'open',
          probability: probability ?? 0,
          quietAfterDays,
        },
      });
      notifyDone({ message: `Stage ${name} added` });
      onClose();
    },
  });
  return (
    <FormModal opened title="New stage" submitLabel="Add stage" form={form} onClose={onClose}>
      <TextField label="Name" required autoFocus {...form.field('name')} />
      <ChoiceField label="What it means" required choices={outcomes} {...form.field('outcome')} />
      <FieldRow>
        <PercentField
          label="Probability"
          description="Chance of winning from here"
          {...form.field('probability')}
        />
        <NumberField
          label="Quiet after"
          description="Days without a move"
          whole
          minimum={1}
          unit="days"
          {...form.field('quietAfterDays')}
        />
      </FieldRow>
    </FormModal>
  );
}

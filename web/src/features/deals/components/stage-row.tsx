import { type PipelineView, stages } from '@evenkeel/contract/pipelines';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { NumberField, PercentField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { formatCount } from '../../../ui/format/number.ts';
import { Nothing, PercentText } from '../../../ui/marks/values.tsx';
import { EditableField } from '../../../ui/record/editable-field.tsx';
import { useReorderRow } from '../../../ui/reorder/use-reorder-row.ts';
import { usePipelineWrite } from '../api.ts';
import { dealNoun } from '../model.ts';
import styles from './pipelines.module.css';
import { RemoveStageDialog } from './remove-stage-dialog.tsx';
import { StageLabel } from './stage-label.tsx';

export type StageOfPipeline = PipelineView['stages'][number];

type StageRowProps = {
  readonly stage: StageOfPipeline;
  readonly index: number;
  readonly pipeline: PipelineView;
  readonly mayManage: boolean;
  readonly onMove: (from: number, to: number) => void;
};

/** One stage: its name, chance and patience, edited in place; dragged by its handle or moved by menu. */
export function StageRow({ stage, index, pipeline, mayManage, onMove }: StageRowProps) {
  const update = usePipelineWrite(stages.update);
  const [isRemoving, setRemoving] = useState(false);
  const { row, handle, isTarget } = useReorderRow<HTMLTableRowElement, HTMLSpanElement>(
    { list: pipeline.id, index, isEnabled: mayManage },
    (from) => onMove(from, index),
  );
  const save = (body: { name?: string; probability?: number; quietAfterDays?: number | null }) =>
    update.mutateAsync({ params: { id: stage.id }, version: stage.version, body });
  const isOpen = stage.outcome === 'open';
  return (
    <tr ref={row} data-target={isTarget || undefined}>
      <th scope="row">
        {mayManage ? (
          <span ref={handle} className={styles['handle']} aria-hidden>
            <IconGripVertical size={14} />
          </span>
        ) : null}
        <EditableField
          label={`Name of ${stage.name}`}
          value={stage.name}
          canEdit={mayManage}
          editor={(field) => <TextField {...field} />}
          onSave={(name) => save({ name })}
        >
          <StageLabel stage={stage} stages={pipeline.stages} />
        </EditableField>
      </th>
      <td>
        <EditableField<number | null>
          label={`Probability of ${stage.name}`}
          value={stage.probability}
          canEdit={mayManage && isOpen}
          editor={(field) => <PercentField {...field} />}
          onSave={(probability) => save({ probability: probability ?? 0 })}
        >
          <PercentText basisPoints={stage.probability} />
        </EditableField>
      </td>
      <td>
        {isOpen ? (
          <EditableField
            label={`Days until quiet in ${stage.name}`}
            value={stage.quietAfterDays}
            canEdit={mayManage}
            editor={(field) => <NumberField whole minimum={1} unit="days" {...field} />}
            onSave={(quietAfterDays) => save({ quietAfterDays })}
          >
            {stage.quietAfterDays === null ? 'never' : `${stage.quietAfterDays} days`}
          </EditableField>
        ) : (
          <Nothing />
        )}
      </td>
      <td>{formatCount(stage.dealCount, dealNoun)}</td>
      <td>
        {mayManage ? (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`More for ${stage.name}`}>
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                leftSection={<IconArrowUp size={15} />}
                disabled={index === 0}
                onClick={() => onMove(index, index - 1)}
              >
                Move up
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={15} />}
                disabled={index === pipeline.stages.length - 1}
                onClick={() => onMove(index, index + 1)}
              >
                Move down
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => setRemoving(true)}>
                Delete…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
        {isRemoving ? (
          <RemoveStageDialog stage={stage} pipeline={pipeline} onClose={() => setRemoving(false)} />
        ) : null}
      </td>
    </tr>
  );
}

import type { StageView } from '@evenkeel/contract/deals';
import type { PipelineId } from '@evenkeel/core/id';
import { Menu } from '@mantine/core';
import { usePipelines } from '../api.ts';
import { StageLabel } from './stage-label.tsx';

type StageItemsProps = {
  readonly stages: readonly StageView[];
  /** The pipeline whose stages stand first. */
  readonly first: PipelineId | undefined;
  readonly onPick: (stage: StageView) => void;
};

/** The stages as items of a menu: those of one pipeline, then those of the others under their names. */
export function StageItems({ stages, first, onPick }: StageItemsProps) {
  const pipelines = usePipelines().data?.rows ?? [];
  const own = stages.filter(({ pipelineId }) => pipelineId === first);
  const others = pipelines.filter(({ id }) => id !== first);
  const items = (some: readonly StageView[]) =>
    some.map((stage) => (
      <Menu.Item key={stage.id} onClick={() => onPick(stage)}>
        <StageLabel stage={stage} stages={stages} />
      </Menu.Item>
    ));
  return (
    <>
      {items(own)}
      {others.map(({ id, name }) => (
        <div key={id}>
          <Menu.Label>{name}</Menu.Label>
          {items(stages.filter(({ pipelineId }) => pipelineId === id))}
        </div>
      ))}
    </>
  );
}

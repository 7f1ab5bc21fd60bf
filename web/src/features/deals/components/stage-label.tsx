import type { StageView } from '@evenkeel/contract/deals';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { stageLook } from '../model.ts';

type StageLabelProps = {
  readonly stage: StageView | undefined;
  readonly stages: readonly StageView[];
};

/** A stage with its glyph. */
export function StageLabel({ stage, stages }: StageLabelProps) {
  if (!stage) return null;
  return <StageMark label={stage.name} {...stageLook(stage, stages)} />;
}

import type { DutyKind, DutyState } from '@evenkeel/core/waits/duty';
import type { WaitSide } from '@evenkeel/core/waits/wait-clock';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

/** How each state of a client duty is shown. */
export const dutyMarks: Readonly<
  Record<
    DutyState,
    { readonly label: string; readonly shape: ProgressShape; readonly tone: GlyphTone }
  >
> = {
  asked: { label: 'With the client', shape: 'ring', tone: 'neutral' },
  answered: { label: 'Answered', shape: 'three-quarters', tone: 'step-3' },
  paused: { label: 'Resting', shape: 'dashed', tone: 'neutral' },
  confirmed: { label: 'Done', shape: 'done', tone: 'good' },
  withdrawn: { label: 'Withdrawn', shape: 'cancelled', tone: 'neutral' },
};

export const dutyKindLabels: Readonly<Record<DutyKind, string>> = {
  input: 'Input',
  access: 'Access',
  approval: 'Approval',
};

export const sideLabels: Readonly<Record<WaitSide, string>> = {
  ours: 'Ours',
  theirs: 'Theirs',
  neither: 'Neither',
};

import type { ChangeState } from '@evenkeel/core/change-requests/change-request';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

/** How each state of a change request is shown. */
export const changeMarks: Readonly<
  Record<
    ChangeState,
    { readonly label: string; readonly shape: ProgressShape; readonly tone: GlyphTone }
  >
> = {
  requested: { label: 'To work out', shape: 'ring', tone: 'neutral' },
  sent: { label: 'With the client', shape: 'half', tone: 'step-2' },
  accepted: { label: 'Accepted', shape: 'done', tone: 'good' },
  declined: { label: 'Declined', shape: 'cancelled', tone: 'bad' },
  refused: { label: 'Refused', shape: 'cancelled', tone: 'bad' },
  withdrawn: { label: 'Withdrawn', shape: 'cancelled', tone: 'neutral' },
};

import type { DeliverableState, VersionState } from '@evenkeel/core/deliverables/deliverable';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

type Mark = { readonly label: string; readonly shape: ProgressShape; readonly tone: GlyphTone };

/** How each state of a deliverable or of one of its versions is shown. */
export const stateMarks: Readonly<Record<DeliverableState | VersionState, Mark>> = {
  draft: { label: 'Draft', shape: 'dashed', tone: 'neutral' },
  asked: { label: 'With the client', shape: 'half', tone: 'step-2' },
  rejected: { label: 'Rejected', shape: 'cancelled', tone: 'bad' },
  approved: { label: 'Approved', shape: 'done', tone: 'good' },
  withdrawn: { label: 'Taken back', shape: 'cancelled', tone: 'neutral' },
};

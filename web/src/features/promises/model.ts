import type { PromiseView } from '@evenkeel/contract/promises';
import type { PromiseState } from '@evenkeel/core/promises/kept';
import type { PromiseChannel, PromiseWhat } from '@evenkeel/core/promises/promise';
import { subjectPath } from '@evenkeel/core/subject';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

/** How a client was told, in words. */
export const channelLabels: Record<PromiseChannel, string> = {
  portal: 'Portal',
  notice: 'Delay notice',
  'status-report': 'Status report',
  quote: 'Quote or contract',
  'e-mail': 'E-mail',
  meeting: 'Meeting',
  'working-agreement': 'Working agreement',
};

/** What a promise is about, in words. */
export const whatLabels: Record<PromiseWhat, string> = {
  date: 'Date',
  amount: 'Amount',
  deliverable: 'Deliverable',
};

/** How a promise stands, as a mark. */
export const stateMarks: Record<
  PromiseState,
  { readonly label: string; readonly shape: ProgressShape; readonly tone: GlyphTone }
> = {
  open: { label: 'Open', shape: 'ring', tone: 'neutral' },
  kept: { label: 'Kept', shape: 'done', tone: 'good' },
  broken: { label: 'Broken', shape: 'cancelled', tone: 'bad' },
};

/** Where a promise opens to: the notice, quote or hand-off that told it, else what it is about. */
export function sourcePath({ source, subject, project }: PromiseView): string {
  const path = (source && subjectPath(source)) ?? subjectPath(subject);
  return path ?? `/client-projects/${project.id}/client/promises`;
}

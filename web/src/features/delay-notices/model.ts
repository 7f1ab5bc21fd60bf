import type { DelayNoticeRow, DelaySidesView } from '@evenkeel/contract/delay-notices';
import type { NoticeState } from '@evenkeel/core/promises/notice';
import type { DelayCause } from '@evenkeel/core/promises/plan-difference';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

/** Where a notice stands, as a mark. */
export const noticeMarks: Record<
  NoticeState,
  { readonly label: string; readonly shape: ProgressShape; readonly tone: GlyphTone }
> = {
  draft: { label: 'To send', shape: 'dashed', tone: 'warn' },
  sent: { label: 'With the client', shape: 'half', tone: 'step-2' },
  accepted: { label: 'Accepted', shape: 'done', tone: 'good' },
  'change-asked': { label: 'Change asked for', shape: 'three-quarters', tone: 'bad' },
  withdrawn: { label: 'Withdrawn', shape: 'cancelled', tone: 'neutral' },
  superseded: { label: 'Replaced', shape: 'cancelled', tone: 'neutral' },
};

/** Why a date slips, in the words of the firm. */
export const causeLabels: Record<DelayCause, string> = {
  'client-input': 'Client input came late',
  scope: 'Scope added',
  estimate: 'Estimate was short',
  people: 'People were on other work, or away',
  dependency: 'Waits for other work',
  replanned: 'Planned for later',
  reserve: 'Reserve in the told date',
};

/** `+5 days`, `−2 days`: working days, with the sign that tells which way. */
export function daysInWords(days: number): string {
  const count = Math.abs(days);
  return `${days > 0 ? '+' : '−'}${count} ${count === 1 ? 'day' : 'days'}`;
}

/** Whose the days of a slip are: late input by who held the ball, all else by its cause (B15). */
export function sidesInWords({ theirs, ours, neither }: DelaySidesView): string {
  const parts = [
    [theirs, 'from waiting for the client'],
    [ours, 'on our side'],
    [neither, 'on neither'],
  ] as const;
  const said = parts.filter(([days]) => days !== 0);
  return said.map(([days, whose]) => `${daysInWords(days)} ${whose}`).join(' · ');
}

/** Where a notice opens. */
export function noticePath({ id }: Pick<DelayNoticeRow, 'id'>): string {
  return `/delay-notices/${id}`;
}

import type { DecisionRow, EffectView } from '@evenkeel/contract/decisions';
import { calendarDate, isCalendarDate } from '@evenkeel/core/calendar-date';
import type { EffectArea, EffectField } from '@evenkeel/core/decisions/effects';
import { formatDate } from '../../ui/format/date.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import { formatMoney } from '../../ui/format/money.ts';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

export const areaLabels: Record<EffectArea, string> = {
  schedule: 'Schedule',
  scope: 'Scope',
  money: 'Money',
};

export const fieldLabels: Record<EffectField, string> = {
  start_on: 'start',
  due_on: 'due',
  end_on: 'end',
  exists: 'task',
  estimate_minutes: 'estimate',
  price: 'price',
  budget: 'budget',
};

/** A value of an effect in words: `5 May 2026`, `16 h`, `€1,200`. */
export function effectValue(
  { field }: Pick<EffectView, 'field'>,
  value: string | number | null,
  currency: string,
): string {
  if (field === 'exists') return value === null ? 'not there' : 'there';
  if (value === null) return 'none';
  if (field === 'estimate_minutes') return formatEffort(Number(value));
  if (field === 'price' || field === 'budget') {
    return formatMoney({ minor: Number(value), currency });
  }
  const text = String(value);
  return isCalendarDate(text) ? formatDate(calendarDate(text)) : text;
}

/** Whether the client knows of a decision, as a mark. */
export function acknowledgementMark({
  shownAt,
  acknowledgedAt,
}: Pick<DecisionRow, 'shownAt' | 'acknowledgedAt'>): {
  readonly label: string;
  readonly shape: ProgressShape;
  readonly tone: GlyphTone;
} {
  if (acknowledgedAt) return { label: 'Acknowledged', shape: 'done', tone: 'good' };
  if (shownAt) return { label: 'Shown to the client', shape: 'half', tone: 'step-2' };
  return { label: 'Inside the firm', shape: 'ring', tone: 'neutral' };
}

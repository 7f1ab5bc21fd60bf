import type {
  ReserveEntryView,
  ReserveLoanView,
  RingFenceView,
} from '@evenkeel/contract/ring-fences';
import { addMonths, type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { formatMonth, readerToday } from '../../ui/format/date.ts';
import { formatHours } from '../../ui/format/effort.ts';
import { formatMoney } from '../../ui/format/money.ts';
import { formatPercent } from '../../ui/format/number.ts';
import type { GlyphTone, ProgressShape } from '../../ui/marks/progress-glyph.tsx';

/** What a loan's state is called, and how it is drawn. */
export const loanStateMarks: Record<
  ReserveLoanView['state'],
  { readonly label: string; readonly shape: ProgressShape; readonly tone: GlyphTone }
> = {
  open: { label: 'Open', shape: 'ring', tone: 'neutral' },
  due: { label: 'Due', shape: 'half', tone: 'warn' },
  overdue: { label: 'Overdue', shape: 'cancelled', tone: 'bad' },
  repaid: { label: 'Repaid', shape: 'done', tone: 'good' },
};

/** What a line of the ledger says. */
export const entryWords: Record<ReserveEntryView['kind'], string> = {
  grant: 'Held back',
  adjustment: 'Held back changed',
  taking: 'Taken by client work',
  loan: 'Lent',
  return: 'Handed back unused',
  'pay-back': 'Paid back',
};

/** Whose hours: `the whole firm`, `team North`. */
export function scopeWords({ kind, name }: RingFenceView['scope']): string {
  if (kind === 'firm') return 'the whole firm';
  return kind === 'person' ? (name ?? '') : `${kind} ${name ?? ''}`;
}

type Term = RingFenceView['terms'][number];

/** How much: `20% of capacity`, `80 h a month`. */
export function amountWords({ amount }: Term): string {
  return amount.by === 'share'
    ? `${formatPercent(amount.basisPoints)} of capacity`
    : `${formatHours(amount.minutesPerMonth)} a month`;
}

/** The term of a month; before the first, the first. */
export function termOf(fence: RingFenceView, month: CalendarMonth): Term | undefined {
  return fence.terms.findLast((term) => term.fromMonth <= month) ?? fence.terms[0];
}

/** One line: whose hours, how much, until when. */
export function fenceNote(fence: RingFenceView, currency: string): string {
  const now = monthOf(readerToday());
  const term = termOf(fence, now);
  const later = fence.terms.find(({ fromMonth }) => fromMonth > now);
  return [
    `${term ? amountWords(term) : ''} of ${scopeWords(fence.scope)}`,
    term?.moneyMinor ? `${formatMoney(money(term.moneyMinor, currency))} a month` : '',
    fence.fromMonth > now ? `from ${formatMonth(fence.fromMonth)}` : '',
    later && later !== term ? `${amountWords(later)} from ${formatMonth(later.fromMonth)}` : '',
    fence.toMonth ? `until ${formatMonth(fence.toMonth)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Hours, or money in the firm's currency. */
export function loanAmount(
  loan: Pick<ReserveLoanView, 'measure'>,
  amount: number,
  currency: string,
): string {
  return loan.measure === 'minutes' ? formatHours(amount) : formatMoney(money(amount, currency));
}

/** This month and some after it, to choose from. */
export function monthsFrom(first: CalendarMonth, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const month = addMonths(first, index);
    return { value: month, label: formatMonth(month) };
  });
}

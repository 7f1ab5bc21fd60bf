import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import type { QuoteLineDraft, QuoteView, quotes } from '@evenkeel/contract/quotes';
import type { ContractTerms } from '@evenkeel/core/deals/contract';
import type { QuoteState } from '@evenkeel/core/deals/quote';
import type { RoleId } from '@evenkeel/core/id';
import { type Money, money } from '@evenkeel/core/money';
import type { GlyphTone, ProgressShape } from '../../../ui/marks/progress-glyph.tsx';

export type QuoteChange = BodyInputOf<typeof quotes.update>;

export const quoteStateLabels: Record<QuoteState, string> = {
  draft: 'Draft',
  sent: 'Sent',
  accepted: 'Accepted',
  declined: 'Declined',
  expired: 'Expired',
};

export const quoteStateLooks: Record<QuoteState, { shape: ProgressShape; tone: GlyphTone }> = {
  draft: { shape: 'dashed', tone: 'neutral' },
  sent: { shape: 'half', tone: 'step-2' },
  accepted: { shape: 'done', tone: 'good' },
  declined: { shape: 'cancelled', tone: 'neutral' },
  expired: { shape: 'quarter', tone: 'neutral' },
};

export const contractTermsChoices: readonly { value: ContractTerms; label: string }[] = [
  { value: 'fixed-price', label: 'Fixed price' },
  { value: 'time-and-materials', label: 'Time and materials' },
  { value: 'retainer', label: 'Retainer' },
];

/** A line on its way: hours of a role once one is picked, else so many of something. */
export type EditedLine = {
  readonly description: string;
  readonly roleId: RoleId | null;
  readonly minutes: number | null;
  readonly quantity: number | null;
  /** The rate of an hour, or the price of one. */
  readonly price: Money | null;
  readonly discount: number | null;
  readonly tax: number | null;
};

/** The lines of a quote as they are edited. */
export function editedLines(quote: QuoteView, currency: string): EditedLine[] {
  return quote.lines.map((line) => ({
    description: line.description,
    roleId: line.role?.id ?? null,
    minutes: line.minutes,
    quantity: line.quantity ?? (line.kind === 'fixed' ? 1 : null),
    price: money((line.kind === 'hours' ? line.rate : line.unitPrice) ?? 0, currency),
    discount: line.discount === 0 ? null : line.discount,
    tax: line.tax === 0 ? null : line.tax,
  }));
}

/** Those lines that say enough to be written. */
export function fullLines(lines: readonly EditedLine[]): QuoteLineDraft[] {
  return lines.flatMap((line): QuoteLineDraft[] => {
    const description = line.description.trim();
    const shared = { description, discount: line.discount ?? 0, tax: line.tax ?? 0 };
    const price = line.price?.minor ?? 0;
    if (description === '') return [];
    if (line.roleId !== null) {
      const { roleId, minutes } = line;
      return minutes ? [{ kind: 'hours', roleId, minutes, rate: price, ...shared }] : [];
    }
    const { quantity } = line;
    return quantity ? [{ kind: 'fixed', quantity, unitPrice: price, ...shared }] : [];
  });
}

import type { QuoteView } from '@evenkeel/contract/quotes';
import type { CalendarDate } from '@evenkeel/core/calendar-date';

/** What the page of a quote shows; every amount written out in the firm's currency. */
export function presentDocument(quote: QuoteView, firm: string, currency: string) {
  const money = moneyWriter(currency);
  return {
    firm,
    name: quote.name,
    title: quote.title,
    account: quote.account?.name ?? null,
    quotedOn: dayWords(quote.quotedOn),
    validUntil: quote.validUntil === null ? null : dayWords(quote.validUntil),
    intro: quote.intro,
    terms: quote.terms,
    lines: quote.lines.map((line) => ({
      description: line.description,
      note: [line.role?.name, line.discount > 0 ? `less ${percent(line.discount)}` : null]
        .filter(Boolean)
        .join(', '),
      quantity:
        line.kind === 'hours'
          ? `${number((line.minutes ?? 0) / 60)} h`
          : number(line.quantity ?? 0),
      price: money(line.kind === 'hours' ? (line.rate ?? 0) : (line.unitPrice ?? 0)),
      amount: money(line.net),
    })),
    sums: [
      ...(quote.discountAmount > 0
        ? [
            { label: 'Sum', amount: money(quote.net), isTotal: false },
            {
              label: `Discount ${percent(quote.discount)}`,
              amount: money(-quote.discountAmount),
              isTotal: false,
            },
          ]
        : []),
      ...(quote.taxes.length > 0
        ? [{ label: 'Without tax', amount: money(quote.taxable), isTotal: false }]
        : []),
      ...quote.taxes.map(({ rate, base, tax }) => ({
        label: `Tax ${percent(rate)} on ${money(base)}`,
        amount: money(tax),
        isTotal: false,
      })),
      { label: 'Total', amount: money(quote.total), isTotal: true },
    ],
  };
}

function moneyWriter(currency: string): (minor: number) => string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return (minor) => format.format(minor / 10 ** digits);
}

function number(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value);
}

function percent(basisPoints: number): string {
  return `${number(basisPoints / 100)} %`;
}

function dayWords(day: CalendarDate): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

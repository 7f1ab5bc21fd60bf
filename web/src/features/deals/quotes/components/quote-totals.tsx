import type { QuoteView } from '@evenkeel/contract/quotes';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../../lib/session.ts';
import { formatPercent } from '../../../../ui/format/number.ts';
import { MoneyText } from '../../../../ui/marks/values.tsx';
import styles from './quotes.module.css';

/** The sums of a quote as they are saved: discount, tax by rate, total. */
export function QuoteTotals({ quote }: { readonly quote: QuoteView }) {
  const { currency } = useSession().workspace;
  const rows = [
    ...(quote.discountAmount > 0
      ? [
          { label: 'Sum of the lines', minor: quote.net },
          { label: `Discount ${formatPercent(quote.discount)}`, minor: -quote.discountAmount },
        ]
      : []),
    { label: 'Without tax', minor: quote.taxable },
    ...quote.taxes.map(({ rate, tax }) => ({ label: `Tax ${formatPercent(rate)}`, minor: tax })),
  ];
  return (
    <table className={styles['totals']}>
      <tbody>
        {rows.map(({ label, minor }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <MoneyText amount={money(minor, currency)} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>
            <MoneyText amount={money(quote.total, currency)} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

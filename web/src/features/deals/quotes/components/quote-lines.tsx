import type { QuoteView } from '@evenkeel/contract/quotes';
import { quoteTotals } from '@evenkeel/core/deals/quote';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../../lib/session.ts';
import {
  EffortField,
  MoneyField,
  NumberField,
  PercentField,
} from '../../../../ui/form/number-fields.tsx';
import { TextField } from '../../../../ui/form/text-field.tsx';
import { EffortText, MoneyText } from '../../../../ui/marks/values.tsx';
import { RolePicker } from '../../../people/components/role-picker.tsx';
import { EditableLines } from '../../components/editable-lines.tsx';
import { type EditedLine, editedLines, fullLines, type QuoteChange } from '../model.ts';
import styles from './quotes.module.css';

type QuoteLinesProps = {
  readonly quote: QuoteView;
  readonly mayEdit: boolean;
  readonly save: (change: QuoteChange) => Promise<void>;
};

/** The lines of a quote that stays as it is. */
function ReadLines({ quote }: { readonly quote: QuoteView }) {
  const { currency } = useSession().workspace;
  const amount = (minor: number) => <MoneyText amount={money(minor, currency)} />;
  return (
    <table className={styles['lines']}>
      <tbody>
        {quote.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a sent quote never move
          <tr key={index}>
            <th scope="row">
              {line.description} <span>{line.role?.name}</span>
            </th>
            <td>{line.kind === 'hours' ? <EffortText minutes={line.minutes} /> : line.quantity}</td>
            <td>{amount((line.kind === 'hours' ? line.rate : line.unitPrice) ?? 0)}</td>
            <td>{amount(line.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const heads = ['What', 'Role', 'Hours or quantity', 'Price', 'Discount', 'Tax'];

/** The lines of a quote: with a role by the hour, without one at a fixed price. */
export function QuoteLines({ quote, mayEdit, save }: QuoteLinesProps) {
  const { currency } = useSession().workspace;
  if (!mayEdit) return <ReadLines quote={quote} />;
  const lastTax = quote.lines.at(-1)?.tax ?? 0;
  return (
    <EditableLines<EditedLine>
      key={JSON.stringify(quote.lines)}
      saved={editedLines(quote, currency)}
      blank={{
        description: '',
        roleId: null,
        minutes: null,
        quantity: 1,
        price: null,
        discount: null,
        tax: lastTax === 0 ? null : lastTax,
      }}
      noun="line"
      layout="quote"
      heads={heads}
      mayWrite={mayEdit}
      savedMessage="Lines saved"
      onSave={(lines) => save({ lines: fullLines(lines) })}
      total={(lines) => (
        <MoneyText
          amount={money(
            quoteTotals({ lines: fullLines(lines), discount: quote.discount }).taxable,
            currency,
          )}
        />
      )}
      fields={(line, change, index) => (
        <>
          <TextField
            label={`What line ${index + 1} sells`}
            placeholder="What it is"
            disabled={!mayEdit}
            value={line.description}
            onChange={(description) => change({ description })}
          />
          <RolePicker
            label={`Role of line ${index + 1}`}
            placeholder="Fixed price"
            disabled={!mayEdit}
            value={line.roleId}
            onChange={(roleId) => change({ roleId })}
          />
          {line.roleId === null ? (
            <NumberField
              label={`Quantity of line ${index + 1}`}
              minimum={0}
              disabled={!mayEdit}
              value={line.quantity}
              onChange={(quantity) => change({ quantity })}
            />
          ) : (
            <EffortField
              label={`Hours of line ${index + 1}`}
              disabled={!mayEdit}
              value={line.minutes}
              onChange={(minutes) => change({ minutes })}
            />
          )}
          <MoneyField
            label={`Price of line ${index + 1}`}
            currency={currency}
            disabled={!mayEdit}
            value={line.price}
            onChange={(price) => change({ price })}
          />
          <PercentField
            label={`Discount on line ${index + 1}`}
            disabled={!mayEdit}
            value={line.discount}
            onChange={(discount) => change({ discount })}
          />
          <PercentField
            label={`Tax on line ${index + 1}`}
            disabled={!mayEdit}
            value={line.tax}
            onChange={(tax) => change({ tax })}
          />
        </>
      )}
    />
  );
}

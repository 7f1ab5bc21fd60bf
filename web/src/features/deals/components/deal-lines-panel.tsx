import { dealParts } from '@evenkeel/contract/deal-parts';
import type { DealView } from '@evenkeel/contract/deals';
import { lineAmount } from '@evenkeel/core/deals/lines';
import { type Money, money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { useSession } from '../../../lib/session.ts';
import { MoneyField, NumberField } from '../../../ui/form/number-fields.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { TextField } from '../../../ui/form/text-field.tsx';
import { MoneyText } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { type PickedProduct, ProductPicker } from '../../products/components/product-picker.tsx';
import { useDealWrite } from '../api.ts';
import { EditableLines } from './editable-lines.tsx';

type Line = {
  readonly product: PickedProduct | null;
  readonly name: string;
  readonly quantity: number | null;
  readonly unitPrice: Money | null;
};

/** The products a deal sells, so many of each at a price. */
export function DealLinesPanel({ deal, mayWrite }: { deal: DealView; mayWrite: boolean }) {
  const { currency } = useSession().workspace;
  const setLines = useDealWrite(dealParts.setLines);
  const sum = deal.lines.reduce((total, line) => total + line.amount, 0);
  const saved = deal.lines.map(
    (line): Line => ({
      product: line.product,
      name: line.name,
      quantity: line.quantity,
      unitPrice: money(line.unitPrice, currency),
    }),
  );
  const save = (lines: readonly Line[], setsValue: boolean) =>
    setLines.mutateAsync({ params: { id: deal.id }, body: { lines: fullLines(lines), setsValue } });
  const takeValue = () =>
    save(saved, true).then(
      () => notifyDone({ message: 'The value is the sum of the products' }),
      (thrown: unknown) => notifyFailed({ message: problemOf(thrown).title }),
    );
  return (
    <Section
      title="Products"
      actions={
        mayWrite && sum > 0 && sum !== deal.value ? (
          <Button variant="default" onClick={() => void takeValue()}>
            Use the sum as value
          </Button>
        ) : null
      }
    >
      <EditableLines<Line>
        key={JSON.stringify(deal.lines)}
        saved={saved}
        blank={{ product: null, name: '', quantity: 1, unitPrice: null }}
        noun="product"
        layout="products"
        mayWrite={mayWrite}
        savedMessage="Products saved"
        onSave={(lines) => save(lines, false)}
        total={(lines) => (
          <MoneyText
            amount={money(
              fullLines(lines).reduce((total, line) => total + lineAmount(line), 0),
              currency,
            )}
          />
        )}
        fields={(line, change, index) => (
          <>
            <ProductPicker
              label={`Product ${index + 1}`}
              placeholder="Product"
              disabled={!mayWrite}
              value={line.product}
              onChange={(product) =>
                change({ product, ...(product && !line.name ? { name: product.name } : {}) })
              }
            />
            <TextField
              label={`What line ${index + 1} sells`}
              placeholder="What it is"
              disabled={!mayWrite}
              value={line.name}
              onChange={(name) => change({ name })}
            />
            <NumberField
              label={`Quantity ${index + 1}`}
              minimum={0}
              disabled={!mayWrite}
              value={line.quantity}
              onChange={(quantity) => change({ quantity })}
            />
            <MoneyField
              label={`Price of one, line ${index + 1}`}
              currency={currency}
              disabled={!mayWrite}
              value={line.unitPrice}
              onChange={(unitPrice) => change({ unitPrice })}
            />
          </>
        )}
      />
    </Section>
  );
}

function fullLines(lines: readonly Line[]) {
  return lines.flatMap(({ product, name, quantity, unitPrice }) =>
    quantity && (name.trim() || product)
      ? [
          {
            productId: product?.id ?? null,
            name: name.trim() || (product?.name ?? ''),
            quantity,
            unitPrice: unitPrice?.minor ?? 0,
          },
        ]
      : [],
  );
}

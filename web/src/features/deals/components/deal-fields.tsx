import { money } from '@evenkeel/core/money';
import { recordNumber } from '../../../lib/record-number.ts';
import { useSession } from '../../../lib/session.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { DateField } from '../../../ui/form/date-field.tsx';
import { MoneyField } from '../../../ui/form/number-fields.tsx';
import { AccountPicker } from '../../accounts/components/account-picker.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import { ProductPicker } from '../../products/components/product-picker.tsx';
import type { DealPartProps } from '../model.ts';

/** What is set on a deal; each field saves itself. */
export function DealFields({ deal, mayWrite, save }: DealPartProps) {
  const { workspace } = useSession();
  const disabled = !mayWrite;
  return (
    <>
      <p>{recordNumber('deal', deal.number)}</p>
      <Autosave name="value" value={deal.value} save={(value) => save({ value })} on="blur">
        {({ value, onChange, ...field }) => (
          <MoneyField
            label="Value"
            currency={workspace.currency}
            disabled={disabled}
            {...field}
            value={money(value, workspace.currency)}
            onChange={(amount) => onChange(amount?.minor ?? 0)}
          />
        )}
      </Autosave>
      <Autosave
        name="accountId"
        value={deal.account}
        save={(account) => save({ accountId: account?.id ?? null })}
        on="change"
      >
        {(field) => <AccountPicker label="Account" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="productId"
        value={deal.product}
        save={(product) => save({ productId: product?.id ?? null })}
        on="change"
      >
        {(field) => <ProductPicker label="Product" disabled={disabled} {...field} />}
      </Autosave>
      <Autosave
        name="ownerId"
        value={deal.owner}
        save={(owner) => save({ ownerId: owner?.id ?? null })}
        on="change"
      >
        {(field) => <PersonPicker label="Owner" disabled={disabled} {...field} />}
      </Autosave>
      {dateFields.map(({ name, label, description }) => (
        <Autosave
          key={name}
          name={name}
          value={deal[name]}
          save={(day) => save({ [name]: day })}
          on="blur"
        >
          {(field) => (
            <DateField label={label} description={description} disabled={disabled} {...field} />
          )}
        </Autosave>
      ))}
    </>
  );
}

const dateFields = [
  { name: 'nextStepOn', label: 'Next step due', description: undefined },
  { name: 'closeOn', label: 'Close', description: undefined },
  {
    name: 'contractSignedOn',
    label: 'Contract signed',
    description: 'Won and signed, a hand-off is proposed.',
  },
  { name: 'deliveryStartOn', label: 'Delivery starts', description: undefined },
  { name: 'deliveryEndOn', label: 'Delivery ends', description: undefined },
] as const;

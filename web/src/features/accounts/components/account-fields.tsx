import { money } from '@evenkeel/core/money';
import { recordNumber } from '../../../lib/record-number.ts';
import { useSession } from '../../../lib/session.ts';
import { Autosave } from '../../../ui/form/autosave.tsx';
import { MoneyField, NumberField } from '../../../ui/form/number-fields.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { DocumentField, TitleField } from '../../../ui/record/document-field.tsx';
import { PersonPicker } from '../../people/components/person-picker.tsx';
import type { AccountPartProps } from '../model.ts';
import { AccountCare } from './account-care.tsx';
import { AccountPicker } from './account-picker.tsx';

/** What is set on an account; each field saves itself. */
export function AccountFields({ account, mayWrite, save }: AccountPartProps) {
  const { workspace } = useSession();
  const disabled = !mayWrite;
  return (
    <>
      <p>{recordNumber('account', account.number)}</p>
      <Autosave
        name="ownerId"
        value={account.owner}
        save={(owner) => save({ ownerId: owner?.id ?? null })}
        on="change"
      >
        {(field) => <PersonPicker label="Owner" disabled={disabled} {...field} />}
      </Autosave>
      <AccountCare account={account} mayWrite={mayWrite} save={save} />
      {words.map(({ name, label }) => (
        <Autosave
          key={name}
          name={name}
          value={account[name] ?? ''}
          save={(text) => save({ [name]: text.trim() || null })}
        >
          {(field) => <TextField label={label} disabled={disabled} {...field} />}
        </Autosave>
      ))}
      {numbers.map(({ name, label, grouped }) => (
        <Autosave
          key={name}
          name={name}
          value={account[name]}
          save={(value) => save({ [name]: value })}
        >
          {(field) => (
            <NumberField
              label={label}
              whole
              grouped={grouped}
              minimum={0}
              disabled={disabled}
              {...field}
            />
          )}
        </Autosave>
      ))}
      <Autosave
        name="annualRevenue"
        value={account.annualRevenue}
        save={(annualRevenue) => save({ annualRevenue })}
      >
        {({ value, onChange, ...field }) => (
          <MoneyField
            label="Revenue a year"
            currency={workspace.currency}
            disabled={disabled}
            {...field}
            value={value === null ? null : money(value, workspace.currency)}
            onChange={(amount) => onChange(amount?.minor ?? null)}
          />
        )}
      </Autosave>
      <Autosave
        name="parentId"
        value={account.parent}
        save={(parent) => save({ parentId: parent?.id ?? null })}
        on="change"
      >
        {(field) => <AccountPicker label="Parent company" disabled={disabled} {...field} />}
      </Autosave>
    </>
  );
}

/** What is written about an account. */
export function AccountTexts({ account, mayWrite, save }: AccountPartProps) {
  return (
    <>
      <Autosave name="name" value={account.name} save={(name) => save({ name })}>
        {(field) => <TitleField label="Account name" disabled={!mayWrite} {...field} />}
      </Autosave>
      <Autosave name="notes" value={account.notes} save={(notes) => save({ notes })}>
        {(field) => (
          <DocumentField
            label="Notes"
            placeholder="What everybody who deals with them should know"
            disabled={!mayWrite}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

const words = [
  { name: 'sector', label: 'Sector' },
  { name: 'country', label: 'Country' },
  { name: 'website', label: 'Website' },
] as const;

const numbers = [
  { name: 'employees', label: 'Employees', grouped: true },
  { name: 'foundedYear', label: 'Founded', grouped: false },
] as const;

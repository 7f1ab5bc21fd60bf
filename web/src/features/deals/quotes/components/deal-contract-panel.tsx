import type { DealView } from '@evenkeel/contract/deals';
import type { BodyInputOf } from '@evenkeel/contract/endpoint';
import { type ContractView, contracts } from '@evenkeel/contract/quotes';
import type { ContractTerms } from '@evenkeel/core/deals/contract';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { useSession } from '../../../../lib/session.ts';
import { useSaving } from '../../../../lib/use-saving.ts';
import { Autosave } from '../../../../ui/form/autosave.tsx';
import { ChoiceField } from '../../../../ui/form/choice-fields.tsx';
import { DateField } from '../../../../ui/form/date-field.tsx';
import { MoneyField } from '../../../../ui/form/number-fields.tsx';
import { problemOf } from '../../../../ui/form/problem.ts';
import { TextAreaField, TextField } from '../../../../ui/form/text-field.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../../ui/notify/notify.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { FilesPanel } from '../../../files/components/files-panel.tsx';
import { useContract, useQuoteWrite } from '../api.ts';
import { contractTermsChoices } from '../model.ts';
import styles from './quotes.module.css';

/** The terms of the contract; the day of signature is the deal's own field beside. */
export function DealContractPanel({ deal, mayWrite }: { deal: DealView; mayWrite: boolean }) {
  const contract = useContract(deal.id).data?.contract;
  const create = useQuoteWrite(contracts.create);
  const begin = async () => {
    try {
      await create.mutateAsync({ params: { dealId: deal.id }, body: {} });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Section
      title="Contract"
      note={
        contract
          ? undefined
          : 'Its terms, value and days, taken from the deal and its accepted quote.'
      }
      actions={
        mayWrite && contract === null ? (
          <Button variant="default" loading={create.isPending} onClick={() => void begin()}>
            Write down the contract
          </Button>
        ) : null
      }
    >
      {contract ? (
        <ContractFields key={contract.id} contract={contract} mayWrite={mayWrite} />
      ) : null}
      {contract ? (
        <FilesPanel
          subject={{ kind: 'contract', id: contract.id }}
          isOpen={mayWrite}
          title="Signed contract and its papers"
        />
      ) : null}
    </Section>
  );
}

type Change = BodyInputOf<typeof contracts.update>;

function ContractFields({ contract, mayWrite }: { contract: ContractView; mayWrite: boolean }) {
  const { currency } = useSession().workspace;
  const update = useQuoteWrite(contracts.update);
  const { save } = useSaving<Change>(contract.version, (body, version) =>
    update.mutateAsync({ params: { id: contract.id }, version, body }),
  );
  const disabled = !mayWrite;
  return (
    <div className={styles['contract']}>
      <Autosave<ContractTerms | null>
        name="terms"
        value={contract.terms}
        save={async (terms) => (terms ? save({ terms }) : undefined)}
        on="change"
      >
        {(field) => (
          <ChoiceField
            label="Paid"
            required
            choices={contractTermsChoices}
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave name="value" value={contract.value} save={(value) => save({ value })}>
        {({ value, onChange, ...field }) => (
          <MoneyField
            label="Contract value"
            currency={currency}
            disabled={disabled}
            {...field}
            value={value === null ? null : money(value, currency)}
            onChange={(amount) => onChange(amount?.minor ?? null)}
          />
        )}
      </Autosave>
      {(['startOn', 'endOn'] as const).map((name) => (
        <Autosave
          key={name}
          name={name}
          value={contract[name]}
          save={(day) => save({ [name]: day })}
        >
          {(field) => (
            <DateField
              label={name === 'startOn' ? 'Runs from' : 'Runs until'}
              disabled={disabled}
              {...field}
            />
          )}
        </Autosave>
      ))}
      <Autosave
        name="reference"
        value={contract.reference}
        save={(reference) => save({ reference })}
      >
        {(field) => (
          <TextField
            label="Their reference"
            placeholder="Purchase order, contract number"
            disabled={disabled}
            {...field}
          />
        )}
      </Autosave>
      <Autosave name="notes" value={contract.notes} save={(notes) => save({ notes })}>
        {(field) => <TextAreaField label="Notes on the contract" disabled={disabled} {...field} />}
      </Autosave>
      {contract.quote ? (
        <p>
          Agreed in <AppLink href={`/quotes/${contract.quote.id}`}>{contract.quote.name}</AppLink>
        </p>
      ) : null}
    </div>
  );
}

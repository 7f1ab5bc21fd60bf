import type { HandOffView } from '@evenkeel/contract/hand-offs';
import { sumOf } from '@evenkeel/core/grouping';
import { money } from '@evenkeel/core/money';
import { recordNumber } from '../../../lib/record-number.ts';
import { useSession } from '../../../lib/session.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, EffortText, MoneyText, Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { FieldLine, FieldList } from '../../../ui/record/field-list.tsx';
import styles from './hand-off.module.css';

/** What was sold, as the deal says it. */
export function Sold({ handOff }: { readonly handOff: HandOffView }) {
  const { workspace } = useSession();
  const { deal, sold } = handOff;
  return (
    <Section
      title="What was sold"
      actions={
        <AppLink href={`/deals/${deal.id}`} className={styles['link']}>
          Open {recordNumber('deal', deal.number)}
        </AppLink>
      }
    >
      <FieldList>
        <FieldLine label="Account">{deal.account?.name ?? <Nothing />}</FieldLine>
        <FieldLine label="Product">{sold.product?.name ?? <Nothing />}</FieldLine>
        <FieldLine label="Value">
          <MoneyText amount={money(sold.value, workspace.currency)} />
        </FieldLine>
        <FieldLine label="Sold by">
          <PersonMark person={deal.owner ?? undefined} />
        </FieldLine>
        <FieldLine label="Signed">
          <DateText date={sold.contractSignedOn} />
        </FieldLine>
        <FieldLine label="Delivery">
          <DateText date={sold.deliveryStartOn} /> to <DateText date={sold.deliveryEndOn} />
        </FieldLine>
      </FieldList>
      <table className={styles['hours']}>
        <caption>Hours by role</caption>
        <tbody>
          {sold.demand.map((line) => (
            <tr key={line.roleId}>
              <th scope="row">{line.roleName}</th>
              <td>
                <EffortText minutes={line.minutes} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In all</th>
            <td>
              <EffortText minutes={sumOf(sold.demand, (line) => line.minutes)} />
            </td>
          </tr>
        </tfoot>
      </table>
      {texts.map(({ name, label }) =>
        sold[name] ? (
          <div key={name} className={styles['text']}>
            <h3>{label}</h3>
            <p>{sold[name]}</p>
          </div>
        ) : null,
      )}
    </Section>
  );
}

const texts = [
  { name: 'scope', label: 'Scope' },
  { name: 'notes', label: 'Notes' },
  { name: 'nextStep', label: 'Next step' },
] as const;

import type { HandOffView } from '@evenkeel/contract/hand-offs';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { stakeholderPartLabels } from '../../../lib/stakeholder-words.ts';
import { DateText, EffortText, MoneyText } from '../../../ui/marks/values.tsx';
import { Section } from '../../../ui/page/section.tsx';
import styles from './hand-off.module.css';

/** What comes over beside fields and plan: scope line by line, what the customer was told, for whom. */
export function Carried({ handOff }: { readonly handOff: HandOffView }) {
  const { currency } = useSession().workspace;
  const { lines, promises, contacts, customerGoals, quoteName } = handOff.sold;
  const amount = (minor: number) => <MoneyText amount={money(minor, currency)} />;
  if (lines.length + promises.length + contacts.length + customerGoals.length === 0) return null;
  return (
    <>
      {lines.length > 0 ? (
        <Section title="Scope line by line" note={quoteName ? `As agreed in ${quoteName}.` : null}>
          <table className={styles['hours']}>
            <tbody>
              {lines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines come in their order, twice the same is two
                <tr key={index}>
                  <th scope="row">{line.description}</th>
                  <td>
                    {line.minutes === null ? null : <EffortText minutes={line.minutes} />}
                    {line.rate === null ? null : <> at {amount(line.rate)}</>}
                  </td>
                  <td>{amount(line.amount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ) : null}
      <Section title="What the customer was told, and who they are">
        <table className={styles['hours']}>
          <tbody>
            {promises.map((promise) => (
              <tr key={promise.text}>
                <th scope="row">{promise.text}</th>
                <td>{promise.dueOn ? <DateText date={promise.dueOn} /> : null}</td>
                <td>{promise.amount === null ? null : amount(promise.amount)}</td>
              </tr>
            ))}
            {contacts.map(({ contact, part, note }) => (
              <tr key={contact.id}>
                <th scope="row">{contact.name}</th>
                <td>{stakeholderPartLabels[part]}</td>
                <td>{note}</td>
              </tr>
            ))}
            {customerGoals.map((goal) => (
              <tr key={goal.id}>
                <th scope="row">{goal.name}</th>
                <td>Goal of the customer</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </>
  );
}

import { type SoldProject, soldProjects } from '@evenkeel/contract/sold-projects';
import type { ProjectId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { Button, Menu } from '@mantine/core';
import { useMay, useSession } from '../../../lib/session.ts';
import { stakeholderPartLabels } from '../../../lib/stakeholder-words.ts';
import { Figure } from '../../../ui/figure/figure.tsx';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatPercent } from '../../../ui/format/number.ts';
import type { GlyphTone, ProgressShape } from '../../../ui/marks/progress-glyph.tsx';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { DateText, EffortText, MoneyText, Nothing } from '../../../ui/marks/values.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useSoldProject, useSoldWrite } from '../api.ts';
import styles from './sold.module.css';

/** What was sold with the project, to whom and with which promises, and the drift since (B09). */
export function SoldPanel({ projectId }: { readonly projectId: ProjectId }) {
  const sold = useSoldProject(projectId).data;
  if (!sold || (sold.lines.length === 0 && sold.promises.length === 0)) return null;
  return (
    <>
      <Drift drift={sold.drift} />
      {sold.lines.length > 0 ? (
        <Section title="Scope as sold" note="Amounts without tax, after every discount.">
          <ScopeLines lines={sold.lines} />
        </Section>
      ) : null}
      {sold.promises.length > 0 ? (
        <Section title="What the customer was told">
          <Promises promises={sold.promises} />
        </Section>
      ) : null}
      {sold.contacts.length > 0 || sold.customerGoals.length > 0 ? (
        <Section title="For whom, and what for">
          <ul className={styles['list']}>
            {sold.contacts.map(({ contact, part, note }) => (
              <li key={contact.id}>
                <strong>{contact.name}</strong> {stakeholderPartLabels[part].toLowerCase()}
                {note ? `: ${note}` : null}
              </li>
            ))}
            {sold.customerGoals.map((goal) => (
              <li key={goal.id}>Serves their goal “{goal.name}”</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function Drift({ drift }: { readonly drift: SoldProject['drift'] }) {
  const { currency } = useSession().workspace;
  const { price, minutes, scope, effortDrift } = drift;
  const isPriceKept = price.now === price.sold;
  return (
    <div className={styles['figures']}>
      <Figure
        label="Price"
        value={<MoneyText amount={money(price.now, currency)} compact />}
        formula="The price of the project now, against that of the hand-off."
        delta={{
          text: isPriceKept ? 'as sold' : 'changed since it was sold',
          tone: isPriceKept ? 'good' : 'warn',
        }}
      />
      <Figure
        label="Hours estimated"
        value={<EffortText minutes={minutes.estimated} />}
        formula="Estimates of the tasks, against the hours sold by role."
        {...(effortDrift === null
          ? {}
          : {
              delta: {
                text:
                  effortDrift === 0
                    ? 'as sold'
                    : `${effortDrift > 0 ? '+' : ''}${formatPercent(effortDrift)} against the hours sold`,
                tone: effortDrift > 500 ? ('warn' as const) : ('neutral' as const),
              },
            })}
      />
      {scope.sold > 0 ? (
        <Figure
          label="Scope delivered"
          value={`${scope.delivered} of ${scope.sold}`}
          formula="Lines that were sold and are delivered."
          {...(scope.dropped > 0
            ? { delta: { text: `${scope.dropped} dropped`, tone: 'warn' as const } }
            : {})}
        />
      ) : null}
    </div>
  );
}

const states: Record<
  SoldProject['lines'][number]['state'],
  { label: string; shape: ProgressShape; tone: GlyphTone }
> = {
  open: { label: 'Open', shape: 'ring', tone: 'neutral' },
  delivered: { label: 'Delivered', shape: 'done', tone: 'good' },
  dropped: { label: 'Dropped', shape: 'cancelled', tone: 'neutral' },
};

function ScopeLines({ lines }: { readonly lines: SoldProject['lines'] }) {
  const { currency } = useSession().workspace;
  const mayWrite = useMay('write');
  const setState = useSoldWrite(soldProjects.setLineState);
  const change = async (
    line: SoldProject['lines'][number],
    state: SoldProject['lines'][number]['state'],
  ) => {
    try {
      await setState.mutateAsync({
        params: { id: line.id },
        version: line.version,
        body: { state },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Hours</th>
          <th scope="col">Rate or price</th>
          <th scope="col">Amount</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.description}
              {line.role ? <span>{line.role.name}</span> : null}
            </th>
            <td>{line.minutes === null ? <Nothing /> : <EffortText minutes={line.minutes} />}</td>
            <td>
              <MoneyText amount={money(line.rate ?? line.unitPrice ?? 0, currency)} />
            </td>
            <td>
              <MoneyText amount={money(line.amount, currency)} />
            </td>
            <td>
              <Menu disabled={!mayWrite}>
                <Menu.Target>
                  <Button variant="subtle" color="gray" px={6}>
                    <StageMark {...states[line.state]} />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {(['open', 'delivered', 'dropped'] as const).map((state) => (
                    <Menu.Item key={state} onClick={() => void change(line, state)}>
                      <StageMark {...states[state]} />
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Promises({ promises }: { readonly promises: SoldProject['promises'] }) {
  const { currency } = useSession().workspace;
  return (
    <table className={styles['table']}>
      <tbody>
        {promises.map((promise) => (
          <tr key={promise.text}>
            <th scope="row">{promise.text}</th>
            <td>{promise.dueOn ? <DateText date={promise.dueOn} /> : null}</td>
            <td>
              {promise.amount === null ? null : (
                <MoneyText amount={money(promise.amount, currency)} />
              )}
            </td>
            <td className={styles['source']}>from the {promise.source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { BurnView } from '@evenkeel/contract/compared-hours';
import type { ProjectId } from '@evenkeel/core/id';
import { useMay } from '../../../lib/session.ts';
import { Figure } from '../../../ui/figure/figure.tsx';
import { formatDate, formatMonth } from '../../../ui/format/date.ts';
import { formatEffort } from '../../../ui/format/effort.ts';
import { formatCompactMoney, formatMoney } from '../../../ui/format/money.ts';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useBurn } from '../api.ts';
import styles from './hours.module.css';

/** Where the money of a project goes if people work as they are allocated; for those who may see it (U13). */
export function BurnPanel({ projectId }: { readonly projectId: ProjectId }) {
  return useMay('manage') ? <Burn projectId={projectId} /> : null;
}

function Burn({ projectId }: { readonly projectId: ProjectId }) {
  const found = useBurn(projectId);
  return (
    <Section
      title="Burn"
      note="What was worked, and from today on what confirmed allocations come to at the rates of their days"
    >
      <Loaded found={found} what="the burn">
        {(view) => (
          <>
            <Ends view={view} />
            {view.months.length > 0 ? <Months view={view} /> : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Ends({ view }: { readonly view: BurnView }) {
  const { currency, worked, confirmed, tentative } = view;
  const money = (minor: number) => formatMoney({ minor, currency });
  const cost = worked.costMinor + confirmed.costMinor;
  const bill = worked.billMinor + confirmed.billMinor;
  const thought =
    tentative.minutes > 0
      ? ` Tentative allocations would add ${formatEffort(tentative.minutes)}.`
      : '';
  return (
    <div className={styles['figures']}>
      <Figure
        label="Cost in the end"
        value={money(cost)}
        formula={`Hours worked plus confirmed allocations, at cost rate: ${formatEffort(worked.minutes)} + ${formatEffort(confirmed.minutes)}.${thought}`}
        {...deltaOf(view.budget, 'budget', money)}
      />
      {view.kind === 'client' ? (
        <Figure
          label="At bill rate in the end"
          value={money(bill)}
          formula={`The billable hours worked plus confirmed allocations, at bill rate.${thought}`}
          {...deltaOf(view.price, 'price', money)}
        />
      ) : null}
      {view.kind === 'client' && view.price ? (
        <Figure
          label="Margin in the end"
          value={money(view.price.limitMinor - cost)}
          formula="The price less the cost in the end."
        />
      ) : null}
      <Waiting view={view} />
    </div>
  );
}

/** What waiting cost: the client's part in large, ours beside it (B15). */
function Waiting({ view }: { readonly view: BurnView }) {
  const { theirs, ours } = view.waiting;
  if (theirs.minutes === 0 && ours.minutes === 0) return null;
  const money = (minor: number) => formatMoney({ minor, currency: view.currency });
  return (
    <Figure
      label="Cost of waiting for the client"
      value={money(theirs.costMinor)}
      formula={`Booked on the project and not worked on days on which the client was late, at cost rate: ${formatEffort(theirs.minutes)}. By the two-sided clock, under What we need.`}
      {...(ours.minutes > 0
        ? {
            delta: {
              text: `${money(ours.costMinor)} more while we had to act`,
              tone: 'neutral' as const,
            },
          }
        : {})}
    />
  );
}

type Delta = { delta?: { text: string; tone: 'good' | 'bad' | 'neutral' } };

function deltaOf(
  limit: BurnView['budget'],
  name: 'budget' | 'price',
  money: (minor: number) => string,
): Delta {
  if (!limit) return { delta: { text: `No ${name} is set`, tone: 'neutral' } };
  const { limitMinor, leftMinor, usedUpOn } = limit;
  if (usedUpOn === null)
    return {
      delta: {
        text: `${money(leftMinor)} left of the ${name} of ${money(limitMinor)}`,
        tone: 'good',
      },
    };
  const used = `The ${name} of ${money(limitMinor)} is used up on ${formatDate(usedUpOn)}`;
  return { delta: { text: `${used}; ${money(-leftMinor)} over`, tone: 'bad' } };
}

function Months({ view }: { readonly view: BurnView }) {
  const isClient = view.kind === 'client';
  const money = (minor: number) => formatCompactMoney({ minor, currency: view.currency });
  let [cost, bill] = [0, 0];
  const rows = view.months.map(({ month, worked, confirmed }) => {
    cost += worked.costMinor + confirmed.costMinor;
    bill += worked.billMinor + confirmed.billMinor;
    return { month, worked, confirmed, cost, bill };
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['scroll']} aria-label="Burn by month" tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Worked</th>
            <th scope="col">Allocated</th>
            <th scope="col">Cost</th>
            <th scope="col">Cost so far</th>
            {isClient ? <th scope="col">At bill rate</th> : null}
            {isClient ? <th scope="col">Billed so far</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ month, worked, confirmed, ...soFar }) => (
            <tr key={month}>
              <th scope="row">{formatMonth(month)}</th>
              <td>{formatEffort(Math.round(worked.minutes / 60) * 60)}</td>
              <td>{formatEffort(Math.round(confirmed.minutes / 60) * 60)}</td>
              <td>{money(worked.costMinor + confirmed.costMinor)}</td>
              <td>{money(soFar.cost)}</td>
              {isClient ? <td>{money(worked.billMinor + confirmed.billMinor)}</td> : null}
              {isClient ? <td>{money(soFar.bill)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

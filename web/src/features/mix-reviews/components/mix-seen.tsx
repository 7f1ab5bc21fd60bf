import type { MeasuredMixView, MixSeen } from '@evenkeel/contract/mix';
import { formatDate, formatMonth } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatPercent, nothing } from '../../../ui/format/number.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { amountWords, measureWords, verdictWords, wholeMoney } from '../words.ts';
import styles from './mix.module.css';

type MixSeenProps = { readonly seen: MixSeen; readonly currency: string };

/** How the mix stands, or stood on the day of a review. */
export function MixSeenTable({ seen, currency }: MixSeenProps) {
  const measures = seen.quarters[0]?.measures.map(({ measure }) => measure) ?? [];
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label="Mix by measure and quarter">
        <thead>
          <tr>
            <th scope="col">Share of initiatives</th>
            {seen.quarters.map((quarter) => (
              <th key={quarter.which} scope="col">
                {quarterWords[quarter.which]}
                <span className={styles['under']}>
                  {formatMonth(quarter.from.slice(0, 7) as never)} on
                </span>
              </th>
            ))}
            <th scope="col">Aim</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure}>
              <th scope="row">{measureWords[measure]}</th>
              {seen.quarters.map((quarter) => {
                const found = quarter.measures.find((one) => one.measure === measure);
                return (
                  <td key={quarter.which}>
                    {found ? <Share found={found} currency={currency} /> : nothing}
                  </td>
                );
              })}
              <td>{aimWords(seen, measure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {seen.cash.length > 0 ? <Cash seen={seen} currency={currency} /> : null}
      <Flags seen={seen} />
    </div>
  );
}

const quarterWords = { previous: 'Last quarter', current: 'This quarter', next: 'Next quarter' };

function Share({
  found,
  currency,
}: {
  readonly found: MeasuredMixView;
  readonly currency: string;
}) {
  const { shareBasisPoints, verdict, measure, initiative } = found;
  if (shareBasisPoints === null) return <>{nothing}</>;
  return (
    <>
      <span className={styles['share']}>{formatPercent(shareBasisPoints)}</span>{' '}
      {verdict === null || verdict === 'no-work' ? null : (
        <HealthMark
          health={verdict === 'on-target' ? 'on-track' : 'off-track'}
          label={verdictWords[verdict]}
        />
      )}
      <span className={styles['under']}>
        {amountWords(measure, initiative, currency)} on initiatives
      </span>
    </>
  );
}

function aimWords(seen: MixSeen, measure: MeasuredMixView['measure']): string {
  const target = seen.quarters[0]?.measures.find((one) => one.measure === measure)?.target;
  if (!target) return nothing;
  return `${formatPercent(target.shareBasisPoints)} ± ${formatPercent(target.toleranceBasisPoints)}`;
}

function Cash({ seen, currency }: MixSeenProps) {
  const floor = seen.cash[0]?.floorMinor ?? null;
  return (
    <>
      <table className={styles['table']} aria-label="Client value by month">
        <thead>
          <tr>
            <th scope="col">Client value</th>
            {seen.cash.map(({ month }) => (
              <th key={month} scope="col">
                {formatMonth(month)}
              </th>
            ))}
            <th scope="col">Floor</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Logged and planned</th>
            {seen.cash.map(({ month, clientMinor, isBelow }) => (
              <td key={month}>
                {wholeMoney(clientMinor, currency)}
                {isBelow ? (
                  <span className={styles['under']}>
                    <HealthMark health="off-track" label="below the floor" />
                  </span>
                ) : null}
              </td>
            ))}
            <td>{floor === null ? nothing : wholeMoney(floor, currency)}</td>
          </tr>
        </tbody>
      </table>
      <p className={styles['under']}>{floorWords(floor, currency)}</p>
    </>
  );
}

function floorWords(floor: number | null, currency: string): string {
  const value =
    'Client value is what clients pay for the hours of the month at bill rates, logged and planned; invoices and payments are not in it.';
  if (floor === null) return `${value} No cash floor is set.`;
  return `Cash floor: client work of each month is to be worth ${wholeMoney(floor, currency)} at least, whatever the share of initiatives. ${value}`;
}

/** What starves and what is owed: the other side of the mix. */
function Flags({ seen: { starving, overdueLoans } }: { readonly seen: MixSeen }) {
  if (starving.length + overdueLoans.length === 0) return null;
  return (
    <ul className={styles['flags']}>
      {starving.map(({ initiative, dueOn, finishWeek }) => (
        <li key={initiative.id}>
          <AppLink href={`/initiatives/${initiative.id}`}>{initiative.name}</AppLink> starves: due{' '}
          {formatDate(dueOn)}, at its pace{' '}
          {finishWeek === null ? 'never done' : `done in the week of ${formatDate(finishWeek)}`}
        </li>
      ))}
      {overdueLoans.map(({ reason, payBackOn, outstandingMinutes }) => (
        <li key={`${payBackOn} ${reason}`}>
          {formatHours(outstandingMinutes)} owed to the reserve since {formatDate(payBackOn)}:{' '}
          {reason}
        </li>
      ))}
    </ul>
  );
}

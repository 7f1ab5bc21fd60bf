import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { Select } from '@mantine/core';
import { useSession } from '../../lib/session.ts';
import { plainListState } from '../../ui/data-list/list-state.ts';
import type { Filter } from '../../ui/filter-bar/filter.ts';
import { readerToday } from '../../ui/format/date.ts';
import { formatNumber } from '../../ui/format/number.ts';
import { MoneyText, Nothing, PercentText } from '../../ui/marks/values.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useOutcomes, usePipelines } from './api.ts';
import { dealTabs } from './components/deals-parts.tsx';
import { PipelineSwitch } from './components/pipeline-switch.tsx';
import styles from './components/reports.module.css';
import { contestChoices } from './model.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isPeriod = (value: unknown): value is Period => periods.some((one) => one.value === value);
const periods = [
  { value: 'year', label: 'Last 12 months' },
  { value: 'quarter', label: 'Last 3 months' },
  { value: 'all', label: 'Always' },
] as const;
type Period = (typeof periods)[number]['value'];
const days: Record<Period, number> = { year: 365, quarter: 91, all: 40_000 };

/** Why deals are won and lost, and how goal-led and initiative-led ones fare (B12). */
export function OutcomesPage() {
  const pipelines = usePipelines().data?.rows ?? [];
  const [pipelineId, setPipeline] = useAddressState<string>('pipeline', '', isText);
  const [period, setPeriod] = useAddressState<Period>('period', 'year', isPeriod);
  const from =
    period === 'all' ? calendarDate('1900-01-01') : addDays(readerToday(), -days[period]);
  const found = useOutcomes({ ...(pipelineId ? { pipelineId } : {}), from });
  const filters: Filter[] = [
    ...(period === 'all' ? [] : [{ id: 'closeOn', kind: 'date', from } as const]),
    ...(pipelineId ? [{ id: 'pipeline', kind: 'choice', anyOf: [pipelineId] } as const] : []),
  ];
  return (
    <Page
      title="Deals"
      tabs={dealTabs('outcomes')}
      toolbar={
        <>
          <PipelineSwitch pipelines={pipelines} value={pipelineId} onChange={setPipeline} hasAll />
          <Select
            aria-label="Period"
            w={170}
            allowDeselect={false}
            withScrollArea={false}
            data={periods.map((one) => ({ ...one }))}
            value={period}
            onChange={(next) => (isPeriod(next) ? setPeriod(next) : undefined)}
          />
        </>
      }
    >
      <Loaded found={found} what="what was won and lost" shape="record">
        {({ byReason, byContest }) =>
          byContest.length === 0 ? (
            <EmptyState title="Nothing decided yet">
              Deals that were won or lost in this time stand here by reason.
            </EmptyState>
          ) : (
            <div className={styles['report']}>
              <Section
                title="Goal-led and initiative-led"
                note="Win rate = won / (won + lost) by count. Margin = (price − cost of the hours logged) / price of the projects."
              >
                <ContestTable rows={byContest} filters={filters} />
              </Section>
              <Section title="Why we lost">
                <ReasonTable rows={byReason.lost} outcome="lost" filters={filters} />
              </Section>
              <Section title="Why we won">
                <ReasonTable rows={byReason.won} outcome="won" filters={filters} />
              </Section>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

type Outcomes = NonNullable<ReturnType<typeof useOutcomes>['data']>;

function ContestTable({
  rows,
  filters,
}: {
  readonly rows: Outcomes['byContest'];
  readonly filters: readonly Filter[];
}) {
  const linked = (contest: string | null, outcome: 'won' | 'lost', count: number) =>
    contest === null ? (
      formatNumber(count)
    ) : (
      <DealsLink
        count={count}
        filters={[...filters, choice('contest', contest), choice('outcome', outcome)]}
      />
    );
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Led by</th>
          <th scope="col">Won</th>
          <th scope="col">Won value</th>
          <th scope="col">Lost</th>
          <th scope="col">Win rate</th>
          <th scope="col">Margin</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.contest ?? 'none'}>
            <th scope="row">
              {contestChoices.find(({ value }) => value === row.contest)?.label ?? (
                <span className={styles['quiet']}>Not marked</span>
              )}
            </th>
            <td>{linked(row.contest, 'won', row.wonCount)}</td>
            <td>
              <Amount minor={row.wonValue} />
            </td>
            <td>{linked(row.contest, 'lost', row.lostCount)}</td>
            <td>
              <PercentText basisPoints={row.winRate} />
            </td>
            <td>
              <PercentText basisPoints={row.marginShare} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ReasonTable({
  rows,
  outcome,
  filters,
}: {
  readonly rows: Outcomes['byReason']['won'];
  readonly outcome: 'won' | 'lost';
  readonly filters: readonly Filter[];
}) {
  if (rows.length === 0) return <p className={styles['quiet']}>None in this time.</p>;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Reason</th>
          <th scope="col">Deals</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ reason, ...row }) => (
          <tr key={reason?.id ?? 'none'}>
            <th scope="row">
              {reason?.name ?? <span className={styles['quiet']}>No reason given</span>}
            </th>
            <td>
              {reason ? (
                <DealsLink
                  count={row[`${outcome}Count`]}
                  filters={[...filters, choice('reason', reason.id), choice('outcome', outcome)]}
                />
              ) : (
                formatNumber(row[`${outcome}Count`])
              )}
            </td>
            <td>
              <Amount minor={row[`${outcome}Value`]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function choice(id: string, value: string): Filter {
  return { id, kind: 'choice', anyOf: [value] };
}

/** A count that opens the list of its deals. */
function DealsLink({
  count,
  filters,
}: {
  readonly count: number;
  readonly filters: readonly Filter[];
}) {
  if (count === 0) return <Nothing />;
  const view = encodeURIComponent(JSON.stringify({ ...plainListState, filters }));
  return (
    <AppLink href={`/deals?view=${view}`} className={styles['open']}>
      {formatNumber(count)}
    </AppLink>
  );
}

function Amount({ minor }: { readonly minor: number }) {
  const { currency } = useSession().workspace;
  return minor === 0 ? <Nothing /> : <MoneyText amount={money(minor, currency)} />;
}

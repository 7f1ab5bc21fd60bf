import type { ForecastRowView } from '@evenkeel/contract/deal-reports';
import { type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import { addForecast, noForecast } from '@evenkeel/core/deals/forecast';
import type { PersonId, PipelineId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { useMemo, useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { Figure } from '../../ui/figure/figure.tsx';
import { readerToday } from '../../ui/format/date.ts';
import { formatPercent } from '../../ui/format/number.ts';
import { MoneyText } from '../../ui/marks/values.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useDeals, useForecast, usePipelines } from './api.ts';
import { dealTabs } from './components/deals-parts.tsx';
import { type BehindFigure, ForecastDeals } from './components/forecast-deals.tsx';
import { ForecastTable } from './components/forecast-table.tsx';
import { OwnerSwitch } from './components/owner-switch.tsx';
import { PipelineSwitch } from './components/pipeline-switch.tsx';
import styles from './components/reports.module.css';

const isText = (value: unknown): value is string => typeof value === 'string';

/** What is expected to close when: in full, weighted by probability, committed; and what was won. */
export function ForecastPage() {
  const pipelines = usePipelines().data?.rows ?? [];
  const [pipelineId, setPipeline] = useAddressState<string>('pipeline', '', isText);
  const [ownerId, setOwner] = useAddressState<string>('owner', '', isText);
  const deals = useDeals().rows;
  const owners = useMemo(() => ownersOf(deals), [deals]);
  const query = { ...(pipelineId ? { pipelineId } : {}), ...(ownerId ? { ownerId } : {}) };
  const found = useForecast(query);
  return (
    <Page
      title="Deals"
      tabs={dealTabs('forecast')}
      toolbar={
        <>
          <PipelineSwitch pipelines={pipelines} value={pipelineId} onChange={setPipeline} hasAll />
          <OwnerSwitch owners={owners} value={ownerId} onChange={setOwner} />
        </>
      }
    >
      <Loaded found={found} what="the forecast" shape="record">
        {({ rows, committedFrom }) => (
          <Forecast
            rows={rows}
            committedFrom={committedFrom}
            // The switches give ids of pipelines and people only.
            filter={query as { pipelineId?: PipelineId; ownerId?: PersonId }}
          />
        )}
      </Loaded>
    </Page>
  );
}

type ForecastProps = {
  readonly rows: readonly ForecastRowView[];
  readonly committedFrom: number;
  readonly filter: { readonly pipelineId?: PipelineId; readonly ownerId?: PersonId };
};

function Forecast({ rows, committedFrom, filter }: ForecastProps) {
  const { currency } = useSession().workspace;
  const [behind, setBehind] = useState<BehindFigure | null>(null);
  const total = rows.reduce(addForecast, noForecast);
  const { ahead, past } = aroundMonth(rows, monthOf(readerToday()));
  const amount = (minor: number) => <MoneyText amount={money(minor, currency)} compact />;
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing to forecast">
        Open deals with a value and an expected close stand here by month.
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles['figures']}>
        <Figure
          label="Weighted"
          value={amount(total.weighted)}
          formula="Σ value × probability of the stage, over all open deals."
          onOpen={() => setBehind({ period: null, measure: 'weighted' })}
        />
        <Figure
          label="Committed"
          value={amount(total.committed)}
          formula={`Value of the open deals in stages of ${formatPercent(committedFrom)} or more.`}
          onOpen={() => setBehind({ period: null, measure: 'committed' })}
        />
        <Figure
          label="In full"
          value={amount(total.full)}
          formula="Value of all open deals, as if each were won."
          onOpen={() => setBehind({ period: null, measure: 'full' })}
        />
      </div>
      <Section
        title="By close month"
        note="Deals whose close has passed are overdue: give them a new day, or decide them."
      >
        <ForecastTable rows={ahead} onOpen={setBehind} />
      </Section>
      {past.length > 0 ? (
        <Section title="Months before" note="What was won, the latest month first.">
          <ForecastTable rows={past} onOpen={setBehind} />
        </Section>
      ) : null}
      <ForecastDeals behind={behind} filter={filter} onClose={() => setBehind(null)} />
    </>
  );
}

/** What is still to come, with what is overdue or has no day, apart from the months behind it. */
function aroundMonth(rows: readonly ForecastRowView[], month: CalendarMonth) {
  const isPast = ({ period }: ForecastRowView) => /^\d/.test(period) && period < month;
  return { ahead: rows.filter((row) => !isPast(row)), past: rows.filter(isPast).reverse() };
}

function ownersOf(deals: readonly { readonly owner: { id: string; name: string } | null }[]) {
  const names = new Map<string, string>();
  for (const { owner } of deals) if (owner) names.set(owner.id, owner.name);
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

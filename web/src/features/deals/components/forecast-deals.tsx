import { type DealRow, deals } from '@evenkeel/contract/deals';
import { type CalendarMonth, later, monthEnd, monthStart } from '@evenkeel/core/calendar-date';
import {
  type ForecastDeal,
  forecastOf,
  forecastPeriod,
  isCommitted,
} from '@evenkeel/core/deals/forecast';
import type { PersonId, PipelineId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { useApi } from '../../../lib/queries.ts';
import { useSession } from '../../../lib/session.ts';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { readerToday } from '../../../ui/format/date.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { DateText, MoneyText, PercentText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useStages } from '../api.ts';
import { dealNoun } from '../model.ts';
import { periodWords } from './forecast-table.tsx';
import styles from './reports.module.css';

export type ForecastMeasure = 'full' | 'weighted' | 'committed' | 'won';
/** Which figure is opened; without a period that of all of them. */
export type BehindFigure = { readonly period: string | null; readonly measure: ForecastMeasure };

type ForecastDealsProps = {
  readonly behind: BehindFigure | null;
  readonly filter: { readonly pipelineId?: PipelineId; readonly ownerId?: PersonId };
  readonly onClose: () => void;
};

const titles: Record<ForecastMeasure, string> = {
  full: 'In full',
  weighted: 'Weighted',
  committed: 'Committed',
  won: 'Won',
};

/** The deals behind a figure of the forecast, which add up to it. */
export function ForecastDeals({ behind, filter, onClose }: ForecastDealsProps) {
  if (behind === null) return null;
  const period = behind.period === null ? '' : ` · ${periodWords(behind.period)}`;
  return (
    <SidePanel opened onClose={onClose} title={`${titles[behind.measure]}${period}`} width={680}>
      <Rows behind={behind} filter={filter} />
    </SidePanel>
  );
}

function Rows({
  behind,
  filter,
}: Omit<ForecastDealsProps, 'onClose' | 'behind'> & {
  readonly behind: BehindFigure;
}) {
  const { currency } = useSession().workspace;
  const stages = useStages();
  const query = { ...filter, ...queryOf(behind), limit: 5_000, sort: '-value' } as const;
  const found = useApi(deals.list, { query }, { subjects: ['deal', 'stage'] });
  const amount = (minor: number) => <MoneyText amount={money(minor, currency)} />;
  return (
    <Loaded found={stages.length > 0 ? found : { ...found, data: undefined }} what="the deals">
      {(data) => {
        const rows = data.rows
          .map((deal) => ({ deal, known: knownOf(deal, stages) }))
          .filter(({ known }) => belongs(known, behind));
        const sum = rows.reduce((total, { known }) => total + forecastOf(known)[behind.measure], 0);
        return (
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Deal</th>
                <th scope="col">Close</th>
                <th scope="col">Value</th>
                <th scope="col">Prob.</th>
                <th scope="col">{titles[behind.measure]}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ deal, known }) => (
                <tr key={deal.id}>
                  <th scope="row">
                    <AppLink href={`/deals/${deal.id}`} className={styles['deal']}>
                      {deal.name}
                      <span>{deal.account?.name}</span>
                    </AppLink>
                  </th>
                  <td>
                    <DateText date={deal.closeOn} />
                  </td>
                  <td>{amount(deal.value)}</td>
                  <td>
                    <PercentText basisPoints={known.probability} />
                  </td>
                  <td>{amount(forecastOf(known)[behind.measure])}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{formatCount(rows.length, dealNoun)}</th>
                <td />
                <td />
                <td />
                <td>{amount(sum)}</td>
              </tr>
            </tfoot>
          </table>
        );
      }}
    </Loaded>
  );
}

/** What to ask for: no more than the period needs, the rest is left out by the core's own rule. */
function queryOf({ period, measure }: BehindFigure) {
  const outcome = measure === 'won' ? ('won' as const) : ('open' as const);
  if (period === null || period === 'undated') return { outcome };
  if (period === 'overdue') return { outcome, closeTo: readerToday() };
  // Any other period of the forecast is a month.
  const month = period as CalendarMonth;
  const from = monthStart(month);
  return {
    outcome,
    closeFrom: outcome === 'open' ? later(from, readerToday()) : from,
    closeTo: monthEnd(month),
  };
}

function knownOf(deal: DealRow, stages: ReturnType<typeof useStages>): ForecastDeal {
  const stage = stages.find(({ id }) => id === deal.stageId);
  return {
    value: deal.value,
    closeOn: deal.closeOn,
    probability: stage?.probability ?? 0,
    outcome: stage?.outcome ?? 'lost',
  };
}

function belongs(known: ForecastDeal, { period, measure }: BehindFigure): boolean {
  if (measure === 'committed' && !isCommitted(known)) return false;
  const own = forecastPeriod(known, readerToday());
  return period === null ? own !== null : own === period;
}

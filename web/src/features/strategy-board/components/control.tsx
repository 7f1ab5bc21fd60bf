import type { StrategyBoardView } from '@evenkeel/contract/strategy-board';
import { standingHealth, standingLabels } from '../../../lib/kpi-standing.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { formatMeasured } from '../../../ui/format/measured.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { Line, Part, Quarter } from './quarter.tsx';

type Controlled = StrategyBoardView['control'];

const reviewPaths = { 'strategic-plan': '/plans', 'tactical-plan': '/tactical-plans' };

/** Whether it works: KPIs, the worst first, actuals that are due, reviews that come. */
export function Control({ kpis, due, reviews }: Controlled) {
  const today = readerToday();
  return (
    <Quarter title="Control" note="Does it work?">
      <Part
        title="Actuals due"
        href="/scorecard/list"
        rows={due}
        line={({ id, name, dueOn }) => (
          <Line key={id} href={`/kpis/${id}`} name={name}>
            <DateText date={dueOn} lateAfter={today} />
          </Line>
        )}
      />
      <Part
        title="Next reviews"
        href="/plans"
        rows={reviews}
        line={({ kind, id, name, reviewOn }) => (
          <Line key={id} href={`${reviewPaths[kind]}/${id}`} name={name}>
            <DateText date={reviewOn} lateAfter={today} />
          </Line>
        )}
      />
      <Part
        title="Scorecard"
        href="/scorecard"
        empty={{
          text: 'Nothing is measured yet.',
          step: 'Add a KPI',
          href: '/scorecard?new=true',
        }}
        rows={kpis}
        line={(kpi) => <KpiLine key={kpi.id} {...kpi} />}
      />
    </Quarter>
  );
}

function KpiLine({ id, name, unit, value, target, standing }: Controlled['kpis'][number]) {
  return (
    <Line
      href={`/kpis/${id}`}
      name={name}
      note={target === null ? undefined : `target ${formatMeasured(target, unit)}`}
    >
      {value === null ? '–' : formatMeasured(value, unit)}
      <HealthMark compact health={standingHealth[standing]} label={standingLabels[standing]} />
    </Line>
  );
}

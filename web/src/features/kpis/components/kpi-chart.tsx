import type { KpiRow } from '@evenkeel/contract/kpis';
import { useMemo } from 'react';
import { LineChart } from '../../../ui/charts/line-chart.tsx';
import { formatMeasured } from '../../../ui/format/measured.ts';
import { kpiCurves, kpiInWords } from '../model.ts';

type KpiChartProps = {
  readonly kpi: KpiRow;
  /** What was said about an actual, by its day. */
  readonly notes?: ReadonlyMap<string, string>;
  readonly isSmall?: boolean;
};

/** The actuals of a KPI against its line, with the forecast. */
export function KpiChart({ kpi, notes, isSmall = false }: KpiChartProps) {
  const { target, forecast } = useMemo(() => kpiCurves(kpi), [kpi]);
  const sign = kpi.unit === '%' ? '%' : '';
  const actuals = kpi.series.map((point) => ({ ...point, note: notes?.get(point.on) ?? '' }));
  return (
    <LineChart
      label={kpiInWords(kpi)}
      actuals={actuals}
      target={target}
      forecast={forecast}
      formatValue={(value) => formatMeasured(rounded(value), sign)}
      isSmall={isSmall}
    />
  );
}

/** Labels of a chart carry three digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

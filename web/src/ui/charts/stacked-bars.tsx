import { scaleBand, scaleLinear } from 'd3-scale';
import { useId } from 'react';
import { ChartFrame, type ChartTable } from './chart-frame.tsx';
import styles from './charts.module.css';
import { Mark } from './mark.tsx';
import { spreadLabels } from './spread-labels.ts';
import { ValueAxis } from './value-axis.tsx';

export type BarSeries = {
  readonly id: string;
  readonly label: string;
  /** `var(--kind-client)`. */
  readonly colour: string;
};

/** One bar: a month. Past and planned parts of one month may stand in one bar. */
export type StackedBar = {
  readonly id: string;
  /** Under the bar: `Nov`. */
  readonly label: string;
  /** Under every few of them: `2026`. */
  readonly group?: string;
  /** Done, by series: drawn solid. */
  readonly past: Readonly<Record<string, number>>;
  /** Still planned, by series: drawn hatched. */
  readonly planned: Readonly<Record<string, number>>;
  /** What there is: drawn as a line. */
  readonly capacity?: number;
};

type StackedBarsProps = {
  readonly label: string;
  readonly bars: readonly StackedBar[];
  readonly series: readonly BarSeries[];
  readonly format: (value: number) => string;
  readonly capacityLabel?: string;
  /** Values per step of the axis: 60 for minutes shown as hours, 100 for cents. */
  readonly unit?: number;
  readonly height?: number;
  readonly onSelect?: (bar: StackedBar, series: BarSeries) => void;
};

const margin = { top: 12, right: 108, bottom: 38, left: 52 };

/** Bars by month: past solid, planned hatched, capacity as a line; labels stand at the end. */
export function StackedBars(props: StackedBarsProps) {
  const { label, bars, series, format, height = 260, onSelect } = props;
  return (
    <ChartFrame
      label={label}
      height={height}
      pressable={onSelect !== undefined}
      table={tableOf(props)}
    >
      {(width) => (
        <StackedBarsDrawing
          {...props}
          format={format}
          height={height}
          width={width}
          series={series}
          bars={bars}
        />
      )}
    </ChartFrame>
  );
}

type DrawingProps = StackedBarsProps & { readonly width: number; readonly height: number };

function StackedBarsDrawing(props: DrawingProps) {
  const { bars, series, width, height, format, unit = 1 } = props;
  const patternId = useId();
  const right = width < 420 ? 12 : margin.right;
  const most = Math.max(1, ...bars.map((bar) => Math.max(totalOf(bar, series), bar.capacity ?? 0)));
  const x = scaleBand(
    bars.map((bar) => bar.id),
    [margin.left, width - right],
  ).padding(0.32);
  const scale = scaleLinear([0, most / unit], [height - margin.bottom, margin.top]).nice(4);
  const y = (value: number) => scale(value / unit);
  const every = Math.max(1, Math.ceil(34 / Math.max(1, x.step())));
  return (
    <>
      <defs>
        {series.map((one) => (
          <pattern
            key={one.id}
            id={`${patternId}-${one.id}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill={one.colour} opacity="0.16" />
            <rect width="1.6" height="5" fill={one.colour} opacity="0.8" />
          </pattern>
        ))}
      </defs>
      <ValueAxis
        scale={scale}
        unit={unit}
        left={margin.left}
        right={width - right}
        format={format}
      />
      {bars.map((bar, index) => (
        <g key={bar.id}>
          {segmentsOf(bar, series).map((segment) => (
            <Mark
              key={`${segment.series.id} ${segment.planned}`}
              label={`${bar.label} ${bar.group ?? ''} ${segment.series.label}${segment.planned ? ', planned' : ''}: ${format(segment.to - segment.from)}`}
              onSelect={props.onSelect && (() => props.onSelect?.(bar, segment.series))}
            >
              <rect
                x={x(bar.id)}
                width={x.bandwidth()}
                y={y(segment.to)}
                height={Math.max(0, y(segment.from) - y(segment.to) - 1)}
                rx={Math.min(2, x.bandwidth() / 4)}
                fill={
                  segment.planned
                    ? `url(#${patternId}-${segment.series.id})`
                    : segment.series.colour
                }
                stroke={segment.planned ? segment.series.colour : 'none'}
                strokeWidth={segment.planned ? 1 : 0}
              />
            </Mark>
          ))}
          {index % every === 0 ? (
            <text
              className={styles['tick']}
              x={(x(bar.id) ?? 0) + x.bandwidth() / 2}
              y={height - 22}
              textAnchor="middle"
              aria-hidden
            >
              {bar.label}
              {bar.group ? (
                <tspan x={(x(bar.id) ?? 0) + x.bandwidth() / 2} dy="15" className={styles['group']}>
                  {bar.group}
                </tspan>
              ) : null}
            </text>
          ) : null}
        </g>
      ))}
      <CapacityLine
        bars={bars}
        at={(bar) => [x(bar.id) ?? 0, y(bar.capacity ?? 0)]}
        step={x.step()}
        offset={(x.step() - x.bandwidth()) / 2}
      />
      {right === margin.right ? (
        <EndLabels {...props} left={width - right + 8} at={(value) => y(value)} />
      ) : null}
    </>
  );
}

type CapacityLineProps = {
  readonly bars: readonly StackedBar[];
  readonly at: (bar: StackedBar) => readonly [number, number];
  readonly step: number;
  readonly offset: number;
};

function CapacityLine({ bars, at, step, offset }: CapacityLineProps) {
  const known = bars.filter((bar) => bar.capacity !== undefined);
  if (known.length === 0) return null;
  const path = known
    .map((bar, index) => {
      const [left, top] = at(bar);
      return `${index === 0 ? 'M' : 'L'}${left - offset} ${top}h${step}`;
    })
    .join('');
  return <path d={path} className={styles['capacity']} aria-hidden />;
}

type EndLabelsProps = DrawingProps & {
  readonly left: number;
  readonly at: (value: number) => number;
};

/** The names of the series beside the last bar, in place of a legend. */
function EndLabels({ bars, series, capacityLabel, left, at, height }: EndLabelsProps) {
  const last = bars.at(-1);
  if (!last) return null;
  const labels: { text: string; colour: string; y: number }[] = [];
  let sum = 0;
  for (const one of series) {
    const amount = amountOf(last, one.id);
    labels.push({ text: one.label, colour: one.colour, y: at(sum + amount / 2) });
    sum += amount;
  }
  if (last.capacity !== undefined)
    labels.push({
      text: capacityLabel ?? 'Capacity',
      colour: 'var(--text-2)',
      y: at(last.capacity),
    });
  const bounds = { low: margin.top, high: height - margin.bottom };
  const tops = spreadLabels(
    labels.map((label) => label.y),
    15,
    bounds,
  );
  return (
    <g aria-hidden>
      {labels.map((label, index) => (
        <g key={label.text} transform={`translate(${left} ${tops[index] ?? label.y})`}>
          <rect x="0" y="-3.5" width="7" height="7" rx="1.5" style={{ fill: label.colour }} />
          <text className={styles['end-label']} x="12" dy="0.34em">
            {label.text}
          </text>
        </g>
      ))}
    </g>
  );
}

type Segment = {
  readonly series: BarSeries;
  readonly planned: boolean;
  readonly from: number;
  readonly to: number;
};

function segmentsOf(bar: StackedBar, series: readonly BarSeries[]): Segment[] {
  const segments: Segment[] = [];
  let sum = 0;
  for (const one of series) {
    for (const planned of [false, true]) {
      const amount = (planned ? bar.planned : bar.past)[one.id] ?? 0;
      if (amount > 0) segments.push({ series: one, planned, from: sum, to: sum + amount });
      sum += amount;
    }
  }
  return segments;
}

function amountOf(bar: StackedBar, id: string): number {
  return (bar.past[id] ?? 0) + (bar.planned[id] ?? 0);
}

function totalOf(bar: StackedBar, series: readonly BarSeries[]): number {
  return series.reduce((sum, one) => sum + amountOf(bar, one.id), 0);
}

function tableOf({ bars, series, format, capacityLabel }: StackedBarsProps): ChartTable {
  const withCapacity = bars.some((bar) => bar.capacity !== undefined);
  return {
    columns: [
      'Month',
      ...series.flatMap((one) => [one.label, `${one.label}, planned`]),
      ...(withCapacity ? [capacityLabel ?? 'Capacity'] : []),
    ],
    rows: bars.map((bar) => [
      `${bar.label} ${bar.group ?? ''}`.trim(),
      ...series.flatMap((one) => [format(bar.past[one.id] ?? 0), format(bar.planned[one.id] ?? 0)]),
      ...(withCapacity ? [bar.capacity === undefined ? '—' : format(bar.capacity)] : []),
    ]),
  };
}

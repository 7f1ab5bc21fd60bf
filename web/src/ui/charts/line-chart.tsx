import { monthStart } from '@evenkeel/core/calendar-date';
import { useElementSize } from '@mantine/hooks';
import { line } from 'd3-shape';
import { type PointerEvent, useState } from 'react';
import { formatDate, formatMonth, formatMonthShort } from '../format/date.ts';
import styles from './line-chart.module.css';
import {
  type ChartFrame,
  type ChartPoint,
  type ChartScale,
  chartScale,
  nearestPoint,
  spreadLabels,
} from './line-chart-scale.ts';

type LineChartProps = {
  /** What is shown, in a sentence: read in place of the picture. */
  readonly label: string;
  /** What was measured, the earliest first. */
  readonly actuals: readonly (ChartPoint & { readonly note?: string })[];
  /** Where it should be. */
  readonly target?: readonly ChartPoint[];
  /** Where it goes from the last actual on. */
  readonly forecast?: ChartPoint | null;
  readonly formatValue: (value: number) => string;
  /** One of many beside each other: fewer marks. */
  readonly isSmall?: boolean;
};

const path = line<readonly [number, number]>();

/** Actuals over time, drawn through; the line they should follow; the forecast dashed. Labelled where they end. */
export function LineChart(props: LineChartProps) {
  const { ref, width } = useElementSize();
  const { actuals, target = [], forecast = null, isSmall = false, label } = props;
  const [pointed, setPointed] = useState<number | null>(null);
  const points = [...actuals, ...target, ...(forecast ? [forecast] : [])];
  const frame = frameOf(width, isSmall);
  const hasRoom = width > 0 && points.length > 0;
  const scale = chartScale(points, frame, {
    x: Math.max(2, Math.floor(width / 90)),
    y: isSmall ? 2 : 4,
  });
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (isSmall || actuals.length === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(nearestPoint(actuals, scale.dayAt(event.clientX - box.left)));
  };
  return (
    <div ref={ref} className={styles['chart']} style={{ height: frame.height }}>
      {hasRoom ? (
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={frame.height}
          className={styles['svg']}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setPointed(null)}
        >
          <Axes scale={scale} frame={frame} isSmall={isSmall} formatValue={props.formatValue} />
          <Lines {...props} scale={scale} frame={frame} />
          {pointed === null ? null : (
            <Pointed point={actuals[pointed]} scale={scale} frame={frame} {...props} />
          )}
        </svg>
      ) : null}
    </div>
  );
}

type PartProps = { readonly scale: ChartScale; readonly frame: ChartFrame };

type AxesProps = PartProps & {
  readonly isSmall: boolean;
  readonly formatValue: (value: number) => string;
};

function Axes({ scale, frame, isSmall, formatValue }: AxesProps) {
  const ends = frame.width - frame.right;
  return (
    <>
      {scale.yTicks.map((tick) => (
        <g key={tick}>
          <line
            className={styles['grid']}
            x1={frame.left}
            x2={ends}
            y1={scale.y(tick)}
            y2={scale.y(tick)}
          />
          <text
            className={styles['tick']}
            x={frame.left - 6}
            y={scale.y(tick) + 4}
            textAnchor="end"
          >
            {formatValue(tick)}
          </text>
        </g>
      ))}
      {scale.months.map((month) => {
        const at = scale.x(monthStart(month));
        if (at > ends - 16) return null;
        return (
          <text key={month} className={styles['tick']} x={at} y={frame.height - 4}>
            {isSmall || month.endsWith('-01') ? formatMonth(month) : formatMonthShort(month)}
          </text>
        );
      })}
    </>
  );
}

function Lines(props: LineChartProps & PartProps) {
  const { actuals, target = [], forecast, scale, isSmall = false, formatValue } = props;
  const last = actuals.at(-1);
  const drawn = (points: readonly ChartPoint[]) =>
    path(points.map((point) => [scale.x(point.on), scale.y(point.value)] as const)) ?? '';
  return (
    <>
      <path className={styles['target']} d={drawn(target)} />
      {last && forecast ? (
        <path className={styles['forecast']} d={drawn([last, forecast])} />
      ) : null}
      <path className={styles['actual']} d={drawn(actuals)} />
      {isSmall
        ? null
        : actuals
            .filter((point) => point.note)
            .map((point) => (
              <circle
                key={point.on}
                className={styles['noted']}
                cx={scale.x(point.on)}
                cy={scale.y(point.value)}
                r={3.5}
              />
            ))}
      {last ? (
        <>
          <circle
            className={styles['last']}
            cx={scale.x(last.on)}
            cy={scale.y(last.value)}
            r={isSmall ? 3 : 4}
          />
          <text
            className={styles['value']}
            x={scale.x(last.on)}
            y={scale.y(last.value) - 9}
            textAnchor="middle"
          >
            {formatValue(last.value)}
          </text>
        </>
      ) : null}
      <EndLabels {...props} />
    </>
  );
}

/** The target and the forecast are named where their lines end, moved apart when they meet. */
function EndLabels(props: LineChartProps & PartProps) {
  const { target = [], forecast, scale, frame, formatValue, isSmall = false } = props;
  const end = target.at(-1);
  const labels = [
    ...(end ? [{ name: 'target', at: scale.y(end.value), text: formatValue(end.value) }] : []),
    ...(forecast && !isSmall
      ? [{ name: 'forecast', at: scale.y(forecast.value), text: formatValue(forecast.value) }]
      : []),
  ];
  const places = spreadLabels(
    labels.map((one) => one.at),
    28,
  );
  const x = frame.width - frame.right + 6;
  return labels.map((one, index) => (
    <text key={one.name} className={styles[`end-${one.name}`]} x={x} y={(places[index] ?? 0) + 1}>
      {one.text}
      {isSmall ? null : (
        <tspan x={x} dy={13} className={styles['end-name']}>
          {one.name}
        </tspan>
      )}
    </text>
  ));
}

function Pointed(
  props: PartProps & {
    readonly point: (ChartPoint & { readonly note?: string }) | undefined;
    readonly formatValue: (value: number) => string;
  },
) {
  const { point, scale, frame, formatValue } = props;
  if (!point) return null;
  const x = scale.x(point.on);
  const isRight = x > frame.width / 2;
  return (
    <g aria-hidden>
      <line
        className={styles['pointer']}
        x1={x}
        x2={x}
        y1={frame.top}
        y2={frame.height - frame.bottom}
      />
      <circle className={styles['last']} cx={x} cy={scale.y(point.value)} r={4} />
      <text
        className={styles['pointed']}
        x={isRight ? x - 8 : x + 8}
        y={frame.top + 2}
        textAnchor={isRight ? 'end' : 'start'}
      >
        {formatDate(point.on)}: {formatValue(point.value)}
        {point.note ? ` · ${point.note.slice(0, 60)}` : ''}
      </text>
    </g>
  );
}

function frameOf(width: number, isSmall: boolean): ChartFrame {
  return isSmall
    ? { width, height: 132, left: 34, right: 46, top: 18, bottom: 20 }
    : { width, height: 260, left: 44, right: 74, top: 20, bottom: 22 };
}

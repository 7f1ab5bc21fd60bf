import { scaleLinear, scalePoint } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { ChartFrame, type ChartTable } from './chart-frame.tsx';
import styles from './charts.module.css';
import { Mark } from './mark.tsx';
import { spreadLabels } from './spread-labels.ts';
import { ValueAxis } from './value-axis.tsx';

export type LinePoint = {
  readonly id: string;
  readonly label: string;
  /** Null where nothing is known. */
  readonly value: number | null;
  readonly forecast?: boolean;
};

export type ChartLine = {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly points: readonly LinePoint[];
};

type LineChartProps = {
  readonly label: string;
  /** All lines over the same points. */
  readonly lines: readonly ChartLine[];
  readonly format: (value: number) => string;
  readonly target?: { readonly label: string; readonly value: number };
  /** Values per step of the axis: 100 for basis points, 60 for minutes shown as hours. */
  readonly unit?: number;
  readonly height?: number;
  readonly onSelect?: (point: LinePoint, line: ChartLine) => void;
};

const margin = { top: 14, right: 104, bottom: 26, left: 52 };

/** Lines over time: known solid, forecast dashed, target as a level; labels stand at the end. */
export function LineChart(props: LineChartProps) {
  const { label, height = 220, onSelect } = props;
  return (
    <ChartFrame
      label={label}
      height={height}
      pressable={onSelect !== undefined}
      table={tableOf(props)}
    >
      {(width) => <LineDrawing {...props} width={width} height={height} />}
    </ChartFrame>
  );
}

type DrawingProps = LineChartProps & { readonly width: number; readonly height: number };

function LineDrawing(props: DrawingProps) {
  const { lines, target, width, height, format, onSelect, unit = 1 } = props;
  const points = lines[0]?.points ?? [];
  const values = lines.flatMap((one) => one.points.flatMap((point) => point.value ?? []));
  const all = target ? [...values, target.value] : values;
  const x = scalePoint(
    points.map((point) => point.id),
    [margin.left, width - margin.right],
  );
  const scale = scaleLinear(
    [Math.min(0, ...all) / unit, Math.max(1, ...all) / unit],
    [height - margin.bottom, margin.top],
  ).nice(4);
  const y = (value: number) => scale(value / unit);
  const at = (point: LinePoint) => ({ x: x(point.id) ?? 0, y: y(point.value ?? 0) });
  const every = Math.max(1, Math.ceil(52 / Math.max(1, x.step())));
  return (
    <>
      <ValueAxis
        scale={scale}
        unit={unit}
        left={margin.left}
        right={width - margin.right}
        format={format}
      />
      {points.map((point, index) =>
        index % every === 0 ? (
          <text
            key={point.id}
            className={styles['tick']}
            x={x(point.id)}
            y={height - 8}
            textAnchor="middle"
            aria-hidden
          >
            {point.label}
          </text>
        ) : null,
      )}
      {target ? (
        <line
          className={styles['target']}
          x1={margin.left}
          x2={width - margin.right}
          y1={y(target.value)}
          y2={y(target.value)}
        />
      ) : null}
      {lines.map((one) => (
        <g key={one.id}>
          <path
            d={pathOf(
              one.points.filter((point) => !point.forecast),
              at,
            )}
            className={styles['line']}
            style={{ stroke: one.colour }}
          />
          <path
            d={pathOf(forecastOf(one.points), at)}
            className={styles['forecast']}
            style={{ stroke: one.colour }}
          />
          {one.points.map((point) =>
            point.value === null ? null : (
              <Mark
                key={point.id}
                label={`${one.label}, ${point.label}${point.forecast ? ', forecast' : ''}: ${format(point.value)}`}
                onSelect={onSelect && (() => onSelect(point, one))}
              >
                <circle className={styles['hit']} cx={at(point).x} cy={at(point).y} r={11} />
                <circle
                  className={styles['dot']}
                  cx={at(point).x}
                  cy={at(point).y}
                  r={3}
                  style={{ stroke: one.colour }}
                />
              </Mark>
            ),
          )}
        </g>
      ))}
      <LineLabels {...props} left={width - margin.right + 8} at={(value) => y(value)} />
    </>
  );
}

type LineLabelsProps = DrawingProps & {
  readonly left: number;
  readonly at: (value: number) => number;
};

function LineLabels({ lines, target, left, at, height, format }: LineLabelsProps) {
  const labels = lines.flatMap((one) => {
    const last = one.points.findLast((point) => point.value !== null);
    if (!last || last.value === null) return [];
    return [{ text: `${one.label} ${format(last.value)}`, colour: one.colour, y: at(last.value) }];
  });
  if (target)
    labels.push({
      text: `${target.label} ${format(target.value)}`,
      colour: 'var(--text-2)',
      y: at(target.value),
    });
  const bounds = { low: margin.top, high: height - margin.bottom };
  const tops = spreadLabels(
    labels.map((label) => label.y),
    14,
    bounds,
  );
  return (
    <g aria-hidden>
      {labels.map((label, index) => (
        <text key={label.text} className={styles['end-label']} x={left} y={tops[index]} dy="0.34em">
          {label.text}
        </text>
      ))}
    </g>
  );
}

/** The dashed part begins at the last known point, so that the line does not break. */
function forecastOf(points: readonly LinePoint[]): readonly LinePoint[] {
  const first = points.findIndex((point) => point.forecast);
  return first < 0 ? [] : points.slice(Math.max(0, first - 1));
}

function pathOf(
  points: readonly LinePoint[],
  at: (point: LinePoint) => { x: number; y: number },
): string {
  const draw = line<LinePoint>()
    .defined((point) => point.value !== null)
    .x((point) => at(point).x)
    .y((point) => at(point).y)
    .curve(curveMonotoneX);
  return draw([...points]) ?? '';
}

function tableOf({ lines, format }: LineChartProps): ChartTable {
  return {
    columns: ['When', ...lines.map((one) => one.label)],
    rows: (lines[0]?.points ?? []).map((point, index) => [
      point.forecast ? `${point.label} (forecast)` : point.label,
      ...lines.map((one) => {
        const value = one.points[index]?.value;
        return value === null || value === undefined ? '—' : format(value);
      }),
    ]),
  };
}

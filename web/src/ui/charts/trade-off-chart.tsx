import { useElementSize } from '@mantine/hooks';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { joinClasses } from '../join-classes.ts';
import styles from './trade-off-chart.module.css';

type Axis = { readonly label: string; readonly format: (value: number) => string };

type TradeOffPoint = {
  readonly x: number;
  readonly y: number;
  /** The one that the rest of the page shows. */
  readonly isShown: boolean;
  /** Both amounts in words, for those who do not see the place. */
  readonly label: string;
};

type TradeOffChartProps = {
  readonly label: string;
  readonly horizontal: Axis;
  readonly vertical: Axis;
  /** In order of x. */
  readonly points: readonly TradeOffPoint[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
};

const height = 240;
const margin = { top: 16, right: 28, bottom: 40, left: 72 };
const path = line<readonly [number, number]>();

/** Two yardsticks against each other: points on a line, each of which can be picked. */
export function TradeOffChart(props: TradeOffChartProps) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={styles['chart']}>
      {width > 0 ? <Plot {...props} width={width} /> : null}
    </div>
  );
}

function Plot(props: TradeOffChartProps & { readonly width: number }) {
  const { label, points, width, horizontal, vertical, selected, onSelect } = props;
  const x = scaleOf(
    points.map((point) => point.x),
    [margin.left, width - margin.right],
  );
  const y = scaleOf(
    points.map((point) => point.y),
    [height - margin.bottom, margin.top],
  );
  const places = points.map((point) => [x(point.x), y(point.y)] as const);
  return (
    <>
      <svg width={width} height={height} className={styles['svg']} role="img" aria-label={label}>
        {y.ticks(4).map((tick) => (
          <g key={tick}>
            <line
              className={styles['grid']}
              x1={margin.left}
              x2={width - margin.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className={styles['tick']} x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
              {vertical.format(tick)}
            </text>
          </g>
        ))}
        {x.ticks(Math.max(2, Math.floor(width / 140))).map((tick) => (
          <text
            key={tick}
            className={styles['tick']}
            x={x(tick)}
            y={height - margin.bottom + 18}
            textAnchor="middle"
          >
            {horizontal.format(tick)}
          </text>
        ))}
        <text className={styles['axis']} x={margin.left} y={10}>
          {vertical.label}
        </text>
        <text className={styles['axis']} x={width - margin.right} y={height - 4} textAnchor="end">
          {horizontal.label}
        </text>
        <path className={styles['line']} d={path(places) ?? ''} />
      </svg>
      {points.map((point, index) => (
        <button
          key={`${point.x} ${point.y}`}
          type="button"
          aria-label={point.label}
          aria-pressed={index === selected}
          title={point.label}
          className={joinClasses(styles['point'], point.isShown && styles['shown'])}
          style={{ left: places[index]?.[0], top: places[index]?.[1] }}
          onClick={() => onSelect(index)}
        />
      ))}
    </>
  );
}

function scaleOf(values: readonly number[], range: readonly [number, number]) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || Math.max(1, Math.abs(most))) * 0.12;
  return scaleLinear()
    .domain([least - room, most + room])
    .range([...range]);
}

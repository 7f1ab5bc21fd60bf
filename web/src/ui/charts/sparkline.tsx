import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import styles from './charts.module.css';

type SparklineProps = {
  /** What it shows: `Strategic share, last 12 months`. */
  readonly label: string;
  readonly values: readonly number[];
  readonly colour?: string;
};

const box = { width: 100, height: 28 };

/** The shape of a run of numbers, beside the figure that says the last of them. */
export function Sparkline({ label, values, colour = 'var(--accent-text)' }: SparklineProps) {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, box.width - 2]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [box.height - 3, 3]);
  const path = line<number>(
    (_, index) => x(index),
    (value) => y(value),
  ).curve(curveMonotoneX);
  return (
    <svg
      className={styles['spark']}
      viewBox={`0 0 ${box.width} ${box.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path
        d={path([...values]) ?? ''}
        className={styles['line']}
        style={{ stroke: colour }}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

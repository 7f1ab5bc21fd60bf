import type { ScaleLinear } from 'd3-scale';
import styles from './charts.module.css';

type ValueAxisProps = {
  readonly scale: ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  readonly format: (value: number) => string;
  /** What one step of the scale stands for: 60 where the scale counts hours and values minutes. */
  readonly unit?: number;
};

/** Three to five quiet lines with their values at the left; no box. */
export function ValueAxis({ scale, left, right, format, unit = 1 }: ValueAxisProps) {
  return (
    <g aria-hidden>
      {scale.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            className={styles['grid-line']}
            x1={left}
            x2={right}
            y1={Math.round(scale(tick)) + 0.5}
            y2={Math.round(scale(tick)) + 0.5}
          />
          <text
            className={styles['tick']}
            x={left - 8}
            y={scale(tick)}
            dy="0.32em"
            textAnchor="end"
          >
            {format(tick * unit)}
          </text>
        </g>
      ))}
    </g>
  );
}

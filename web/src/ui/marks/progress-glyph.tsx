import { joinClasses } from '../join-classes.ts';
import styles from './marks.module.css';

/** Shapes of progress, readable in grey; the colour only adds to them. */
export const progressShapes = [
  'ring',
  'dashed',
  'quarter',
  'half',
  'three-quarters',
  'done',
  'cancelled',
] as const;
export type ProgressShape = (typeof progressShapes)[number];

export type GlyphTone = 'neutral' | 'step-2' | 'step-3' | 'step-4' | 'good' | 'warn' | 'bad';

type ProgressGlyphProps = {
  readonly shape: ProgressShape;
  readonly tone?: GlyphTone;
  /** Said to those who do not see it; leave out where the word stands beside it. */
  readonly label?: string;
};

const filledShare: Record<ProgressShape, number> = {
  ring: 0,
  dashed: 0,
  quarter: 0.25,
  half: 0.5,
  'three-quarters': 0.75,
  done: 1,
  cancelled: 1,
};

const usualTone: Record<ProgressShape, GlyphTone> = {
  ring: 'neutral',
  dashed: 'neutral',
  quarter: 'neutral',
  half: 'step-2',
  'three-quarters': 'step-3',
  done: 'good',
  cancelled: 'neutral',
};

/** 14 px mark of how far a thing is: ring, quarter, half, three quarters, tick, cross. */
export function ProgressGlyph({ shape, tone = usualTone[shape], label }: ProgressGlyphProps) {
  const whole = shape === 'done' || shape === 'cancelled';
  return (
    <svg
      className={joinClasses(styles['glyph'], styles[`tone-${tone}`])}
      viewBox="0 0 14 14"
      width={14}
      height={14}
      role={label ? 'img' : 'presentation'}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {whole ? (
        <circle cx="7" cy="7" r="7" fill="currentColor" />
      ) : (
        <circle
          cx="7"
          cy="7"
          r="6.1"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray={shape === 'dashed' ? '2.2 1.63' : undefined}
        />
      )}
      {!whole && filledShare[shape] > 0 ? (
        <path d={pie(filledShare[shape])} fill="currentColor" />
      ) : null}
      {shape === 'done' ? <path d="M3.9 7.2 6.1 9.4 10.2 4.9" className={styles['cut']} /> : null}
      {shape === 'cancelled' ? (
        <path d="M4.8 4.8 9.2 9.2 M9.2 4.8 4.8 9.2" className={styles['cut']} />
      ) : null}
    </svg>
  );
}

function pie(share: number): string {
  const angle = share * 2 * Math.PI;
  const [x, y] = [7 + 4.2 * Math.sin(angle), 7 - 4.2 * Math.cos(angle)];
  return `M7 7 V2.8 A4.2 4.2 0 ${share > 0.5 ? 1 : 0} 1 ${x.toFixed(2)} ${y.toFixed(2)} Z`;
}

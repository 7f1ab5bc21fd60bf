import { joinClasses } from '../join-classes.ts';
import styles from './marks.module.css';

export type Health = 'on-track' | 'at-risk' | 'off-track' | 'unknown';

const words: Record<Health, string> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  unknown: 'No judgement yet',
};

const tones: Record<Health, string> = {
  'on-track': 'good',
  'at-risk': 'warn',
  'off-track': 'bad',
  unknown: 'neutral',
};

type HealthMarkProps = {
  readonly health: Health;
  /** Only the shape, with the word for screen readers. */
  readonly compact?: boolean;
  /** Another word in the same judgement: `Over capacity`. */
  readonly label?: string;
};

/** A judgement by shape and colour: disc, triangle, diamond; hollow ring when nobody judged. */
export function HealthMark({ health, compact = false, label = words[health] }: HealthMarkProps) {
  return (
    <span className={joinClasses(styles['inline'], styles[`judge-${tones[health]}`])}>
      <svg
        className={joinClasses(styles['glyph'], styles[`tone-${tones[health]}`])}
        viewBox="0 0 14 14"
        width={14}
        height={14}
        role={compact ? 'img' : 'presentation'}
        aria-label={compact ? label : undefined}
        aria-hidden={compact ? undefined : true}
      >
        <HealthShape health={health} />
      </svg>
      {compact ? null : <span className={styles['word']}>{label}</span>}
    </span>
  );
}

function HealthShape({ health }: { readonly health: Health }) {
  switch (health) {
    case 'on-track':
      return <circle cx="7" cy="7" r="4.6" fill="currentColor" />;
    case 'at-risk':
      return <path d="M7 1.8 12.8 12H1.2Z" fill="currentColor" strokeLinejoin="round" />;
    case 'off-track':
      return <path d="M7 .9 13.1 7 7 13.1 .9 7Z" fill="currentColor" />;
    case 'unknown':
      return <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
  }
}

import { joinClasses } from '../join-classes.ts';
import styles from './marks.module.css';

/** The two kinds of work, always named. */
export type ProjectKind = 'client' | 'initiative';

export const kindLabels: Record<ProjectKind, string> = {
  client: 'Client project',
  initiative: 'Initiative',
};

/** CSS colour of a kind, for charts and bars. */
export const kindColours: Record<ProjectKind, string> = {
  client: 'var(--kind-client)',
  initiative: 'var(--kind-initiative)',
};

type KindBadgeProps = {
  readonly kind: ProjectKind;
  /** Only the mark, with the word for screen readers: for dense rows. */
  readonly compact?: boolean;
};

/** Says whether a thing is a client project (square) or an initiative (diamond). */
export function KindBadge({ kind, compact = false }: KindBadgeProps) {
  if (compact) return <KindDot kind={kind} label={kindLabels[kind]} />;
  return (
    <span className={joinClasses(styles['kind'], styles[`kind-${kind}`])}>
      <KindDot kind={kind} />
      {kindLabels[kind]}
    </span>
  );
}

/** The mark of a kind without its word; give a label unless the word stands beside it. */
export function KindDot({ kind, label }: { readonly kind: ProjectKind; readonly label?: string }) {
  return (
    <svg
      className={styles['kind-dot']}
      viewBox="0 0 10 10"
      width={10}
      height={10}
      role={label ? 'img' : 'presentation'}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      style={{ color: kindColours[kind] }}
    >
      {kind === 'client' ? (
        <rect x="1" y="1" width="8" height="8" rx="2" fill="currentColor" />
      ) : (
        <rect
          x="1.5"
          y="1.5"
          width="7"
          height="7"
          rx="1.4"
          transform="rotate(45 5 5)"
          fill="currentColor"
        />
      )}
    </svg>
  );
}

import { type ReactNode, useId } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './page.module.css';

type SectionProps = {
  readonly title: string;
  /** One line under the title: the period, the unit, the source. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  /** A frame around it, where several stand beside each other (charts on a dashboard). */
  readonly framed?: boolean;
  readonly children: ReactNode;
};

/** A titled part of a page. */
export function Section({ title, note, actions, framed = false, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={joinClasses(styles['section'], framed && styles['section-framed'])}
    >
      <div className={styles['section-head']}>
        <div>
          <h2 id={id} className={styles['section-title']}>
            {title}
          </h2>
          {note ? <p className={styles['section-note']}>{note}</p> : null}
        </div>
        {actions ? <div className={styles['actions']}>{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}

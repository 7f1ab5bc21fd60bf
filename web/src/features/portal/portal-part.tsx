import { type ReactNode, useId } from 'react';
import styles from './part.module.css';

type PortalPartProps = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  /** False for content that is no list of lines in a frame. */
  readonly framed?: boolean;
  readonly children: ReactNode;
};

/** A part of a portal page under its own heading. */
export function PortalPart({ title, note, action, framed = true, children }: PortalPartProps) {
  const id = useId();
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {note ? <span className={styles['note']}>{note}</span> : null}
        {action ? <span className={styles['action']}>{action}</span> : null}
      </div>
      <div className={framed ? styles['frame'] : undefined}>{children}</div>
    </section>
  );
}

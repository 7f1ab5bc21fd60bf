import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './states.module.css';

export type StateBlockProps = {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  /** One button, at most a second quieter one. */
  readonly actions?: ReactNode;
  readonly tone?: 'calm' | 'bad';
  readonly role?: 'alert' | 'status';
};

/** The shared shape of empty, error, no-permission and not-found: mark, sentence, first step. */
export function StateBlock({ icon, title, children, actions, tone, role }: StateBlockProps) {
  return (
    <div className={styles['block']} role={role}>
      {icon ? (
        <span
          className={joinClasses(styles['icon'], tone === 'bad' && styles['icon-bad'])}
          aria-hidden
        >
          {icon}
        </span>
      ) : null}
      <h2 className={styles['title']}>{title}</h2>
      {children ? <div className={styles['text']}>{children}</div> : null}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </div>
  );
}

import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import type { Judgement } from '../model/judgement.ts';
import styles from './preview.module.css';

type BeforeAfterProps = {
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly tone?: Judgement;
};

/** One value becoming another: `22% → 9%`; once where nothing changes. */
export function BeforeAfter({ before, after, tone = 'neutral' }: BeforeAfterProps) {
  if (before === after) return <span className={styles['same']}>{after}</span>;
  return (
    <span className={styles['change']}>
      <span className={styles['before']}>{before}</span>
      <IconArrowRight size={13} role="img" aria-label="becomes" className={styles['arrow'] ?? ''} />
      <span className={joinClasses(styles['after'], styles[tone])}>{after}</span>
    </span>
  );
}

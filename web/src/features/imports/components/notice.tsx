import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './imports.module.css';

type NoticeProps = {
  readonly tone?: 'calm' | 'good' | 'warn' | 'bad';
  readonly children: ReactNode;
};

const icons = {
  calm: IconInfoCircle,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
} as const;

/** A line that must be read before going on. */
export function Notice({ tone = 'calm', children }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      className={joinClasses(styles['notice'], tone !== 'calm' && styles[`notice-${tone}`])}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <Icon size={16} stroke={1.7} aria-hidden />
      <div className={styles['notice-text']}>{children}</div>
    </div>
  );
}

import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { IconArrowRight } from '@tabler/icons-react';
import { DateText } from '../../../ui/marks/values.tsx';
import styles from './schedules.module.css';

type DayChangeProps = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };

/** A day that became another. */
export function DayChange({ from, to }: DayChangeProps) {
  return (
    <span className={styles['change']}>
      <DateText date={from} />
      <IconArrowRight size={13} role="img" aria-label="becomes" />
      <strong>
        <DateText date={to} />
      </strong>
    </span>
  );
}

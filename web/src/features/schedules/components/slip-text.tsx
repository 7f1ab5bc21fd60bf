import { formatNumber } from '../../../ui/format/number.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './schedules.module.css';

/** A slip with its sign; late is said by the sign and the tone. */
export function SlipText({ weekdays }: { readonly weekdays: number | null }) {
  if (weekdays === null) return null;
  const sign = weekdays > 0 ? '+' : weekdays < 0 ? '−' : '';
  return (
    <span
      className={joinClasses(
        styles['slip'],
        weekdays > 0 && styles['late'],
        weekdays < 0 && styles['early'],
      )}
    >
      {sign}
      {formatNumber(Math.abs(weekdays))}
    </span>
  );
}

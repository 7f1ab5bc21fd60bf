import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Instant } from '@evenkeel/core/instant';
import type { Money } from '@evenkeel/core/money';
import { formatDate, formatInstant, formatRelativeDate, formatTimeAgo } from '../format/date.ts';
import { formatEffort } from '../format/effort.ts';
import { formatCompactMoney, formatMoney } from '../format/money.ts';
import { formatPercent, nothing } from '../format/number.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './marks.module.css';

type Maybe<Value> = Value | undefined | null;

/** An amount of money; a dash where there is none. */
export function MoneyText({
  amount,
  compact = false,
}: {
  readonly amount: Maybe<Money>;
  readonly compact?: boolean;
}) {
  if (!amount) return <Nothing />;
  return (
    <span className={styles['number']}>
      {compact ? formatCompactMoney(amount) : formatMoney(amount)}
    </span>
  );
}

/** A day in the reader's order. `due` colours a past day as late. */
export function DateText({
  date,
  lateAfter,
}: {
  readonly date: Maybe<CalendarDate>;
  /** Today, where a past day is a problem. */
  readonly lateAfter?: CalendarDate;
}) {
  if (!date) return <Nothing />;
  const late = lateAfter !== undefined && date < lateAfter;
  return (
    <time dateTime={date} className={joinClasses(styles['number'], late && styles['judge-bad'])}>
      {formatDate(date)}
    </time>
  );
}

/** A day as distance from today, the day itself on hover: `in 3 days`. */
export function RelativeDate({
  date,
  today,
}: {
  readonly date: Maybe<CalendarDate>;
  readonly today: CalendarDate;
}) {
  if (!date) return <Nothing />;
  return (
    <time dateTime={date} title={formatDate(date)}>
      {formatRelativeDate(date, today)}
    </time>
  );
}

/** A moment as distance from now, the moment itself on hover: `5 minutes ago`. */
export function TimeAgo({ moment, now }: { readonly moment: Instant; readonly now: Instant }) {
  return (
    <time dateTime={moment} title={formatInstant(moment)}>
      {formatTimeAgo(moment, now)}
    </time>
  );
}

/** Effort in hours: `12 h`, `1:30 h`. */
export function EffortText({ minutes }: { readonly minutes: Maybe<number> }) {
  if (minutes === undefined || minutes === null) return <Nothing />;
  return <span className={styles['number']}>{formatEffort(minutes)}</span>;
}

/** A share in percent, given in basis points. */
export function PercentText({ basisPoints }: { readonly basisPoints: Maybe<number> }) {
  if (basisPoints === undefined || basisPoints === null) return <Nothing />;
  return <span className={styles['number']}>{formatPercent(basisPoints)}</span>;
}

/** A dash for a value that is not there. */
export function Nothing() {
  return <span className={styles['nobody']}>{nothing}</span>;
}

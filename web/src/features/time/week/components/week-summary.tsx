import type { WeekTotals } from '@evenkeel/core/time/week';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { formatPercent } from '../../../../ui/format/number.ts';
import { KindDot, kindColours, kindLabels } from '../../../../ui/marks/kind-badge.tsx';
import styles from './week.module.css';

const kinds = ['client', 'initiative'] as const;

/** The week in a line: logged of capacity, and how it splits between the two kinds of work. */
export function WeekSummary({ totals }: { readonly totals: WeekTotals }) {
  const { minutes, capacityMinutes, billableMinutes } = totals;
  const minutesOf = { client: totals.clientMinutes, initiative: totals.initiativeMinutes };
  const share = minutes === 0 ? 0 : Math.round((totals.initiativeMinutes * 10_000) / minutes);
  return (
    <div className={styles['summary']} role="status">
      <span className={styles['figure']}>
        <b>{formatEffort(minutes)}</b> of {formatEffort(capacityMinutes)}
      </span>
      <span className={styles['split']} aria-hidden>
        {kinds.map((kind) => (
          <span
            key={kind}
            style={{ flexGrow: minutesOf[kind], backgroundColor: kindColours[kind] }}
          />
        ))}
        <span style={{ flexGrow: Math.max(0, capacityMinutes - minutes) }} />
      </span>
      {kinds.map((kind) => (
        <span key={kind} className={styles['part']}>
          <KindDot kind={kind} />
          {kindLabels[kind]}s {formatEffort(minutesOf[kind])}
        </span>
      ))}
      {minutes > 0 ? (
        <span className={styles['part']}>
          {formatPercent(share)} strategic · {formatEffort(billableMinutes)} billable
        </span>
      ) : null}
    </div>
  );
}

import { strategicShare } from '@evenkeel/core/balance/mix';
import { formatMonth } from '../../../ui/format/date.ts';
import { formatPercent } from '../../../ui/format/number.ts';
import { formatAmount } from '../model/measure.ts';
import { barFilter, type Series } from '../model/series.ts';
import type { Measure, OpenRows } from '../model/view-state.ts';
import styles from './groups.module.css';
import { MonthBars, mostOf } from './month-bars.tsx';

type GroupBarsProps = {
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly currency: string;
  readonly onOpen: (rows: OpenRows) => void;
};

/** One strip of months for each team, person or role, all to the same scale. */
export function GroupBars({ series, measure, currency, onOpen }: GroupBarsProps) {
  // Work of nobody yet may dwarf what people have; it is cut off rather than flattening them.
  const named = series.filter((one) => one.id !== 'none');
  const most = mostOf((named.length > 0 ? named : series).flatMap((one) => one.bars));
  return (
    <ul className={styles['groups']}>
      {series.map((one) => (
        <li key={one.id} className={styles['group']}>
          <span className={styles['name']}>{one.name}</span>
          <div className={styles['strip']}>
            <MonthBars
              isStrip
              bars={one.bars}
              most={most}
              measure={measure}
              currency={currency}
              label={one.name}
              onOpen={(bar) =>
                onOpen({
                  title: `${one.name}, ${formatMonth(bar.month)}`,
                  filter: barFilter(one, bar),
                })
              }
            />
          </div>
          <span className={styles['total']}>
            {formatAmount(measure, one.total, { currency, short: true })}
          </span>
          {measure === 'value' ? null : <span className={styles['share']}>{shareText(one)}</span>}
        </li>
      ))}
    </ul>
  );
}

function shareText({ initiative, client }: Series): string {
  const share = strategicShare(initiative, client);
  return share === null ? '' : `${formatPercent(Math.round(share / 100) * 100)} strategic`;
}

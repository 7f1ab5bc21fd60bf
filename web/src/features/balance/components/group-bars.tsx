import { strategicShare } from '@evenkeel/core/balance/mix';
import { sumOf } from '@evenkeel/core/grouping';
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
          <span className={styles['total']}>{totalText(one, measure, currency)}</span>
          {measure === 'value' ? null : <span className={styles['share']}>{shareText(one)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What is certain; of work that hangs on open deals alone, how much that would be. */
function totalText(series: Series, measure: Measure, currency: string): string {
  const tentative = sumOf(series.bars, (bar) => bar.tentative);
  const words = (amount: number) => formatAmount(measure, amount, { currency, short: true });
  return series.total === 0 && tentative > 0 ? `+${words(tentative)}` : words(series.total);
}

function shareText({ initiative, client }: Series): string {
  const share = strategicShare(initiative, client);
  return share === null ? '' : `${formatPercent(Math.round(share / 100) * 100)} strategic`;
}

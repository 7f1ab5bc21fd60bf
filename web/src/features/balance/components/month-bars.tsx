import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { formatAmount } from '../model/measure.ts';
import type { MonthBar, Segment } from '../model/series.ts';
import type { Measure } from '../model/view-state.ts';
import styles from './bars.module.css';

type MonthBarsProps = {
  readonly bars: readonly MonthBar[];
  /** The amount that fills the height; the same for charts that are compared. */
  readonly most: number;
  readonly measure: Measure;
  readonly currency: string;
  /** Names the chart for who cannot see it: `Ada`. */
  readonly label: string;
  readonly onOpen: (bar: MonthBar) => void;
  /** A strip without axis, amounts and months: one of many under each other. */
  readonly isStrip?: boolean;
};

/** Months side by side: what was worked solid, what is planned hatched, open deals dashed on top. */
export function MonthBars(props: MonthBarsProps) {
  const { bars, most, measure, currency, isStrip = false } = props;
  const firstAhead = bars.find((bar) => !bar.isPast)?.month;
  return (
    <div className={joinClasses(styles['chart'], isStrip && styles['strip'])}>
      {isStrip ? null : <Grid most={most} measure={measure} currency={currency} />}
      <ul className={styles['bars']} aria-label={props.label}>
        {bars.map((bar) => (
          <li
            key={bar.month}
            className={joinClasses(styles['slot'], bar.month === firstAhead && styles['now'])}
          >
            <button
              type="button"
              className={styles['bar']}
              aria-label={barWords(bar, measure, currency)}
              title={barWords(bar, measure, currency)}
              onClick={() => props.onOpen(bar)}
            >
              <span className={styles['plot']}>
                {isStrip ? null : <Total bar={bar} measure={measure} currency={currency} />}
                <Stack segments={bar.segments} most={most} />
              </span>
            </button>
            {isStrip ? null : (
              <span className={styles['month']}>{formatMonthShort(bar.month)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type AmountProps = { readonly measure: Measure; readonly currency: string };

function Grid({ most, measure, currency }: AmountProps & { readonly most: number }) {
  return (
    <div className={styles['grid']} aria-hidden>
      {gridLines(most, measure).map((amount) => (
        <span key={amount} className={styles['line']} style={{ bottom: percent(amount, most) }}>
          {formatAmount(measure, amount, { currency, short: true })}
        </span>
      ))}
    </div>
  );
}

function Total({ bar, measure, currency }: AmountProps & { readonly bar: MonthBar }) {
  return (
    <span className={styles['total']} aria-hidden>
      {bar.tentative > 0 ? (
        <span className={styles['open']}>
          +{formatAmount(measure, bar.tentative, { currency, short: true })}{' '}
        </span>
      ) : null}
      {bar.total > 0 ? formatAmount(measure, bar.total, { currency, short: true }) : null}
    </span>
  );
}

function Stack({
  segments,
  most,
}: {
  readonly segments: readonly Segment[];
  readonly most: number;
}) {
  const height = segments.reduce((sum, segment) => sum + segment.amount, 0);
  return (
    <span className={styles['stack']} style={{ height: percent(height, most) }} aria-hidden>
      {segments.map((segment) => (
        <span
          key={`${segment.kind} ${segment.certainty}`}
          className={joinClasses(styles[segment.kind], styles[segment.certainty])}
          style={{ flexGrow: segment.amount }}
        />
      ))}
    </span>
  );
}

/** The largest total of bars with what is tentative on top, at least one so that it can divide. */
export function mostOf(bars: readonly MonthBar[]): number {
  return Math.max(1, ...bars.map((bar) => bar.total + bar.tentative));
}

function barWords(bar: MonthBar, measure: Measure, currency: string): string {
  const words = (amount: number) => formatAmount(measure, amount, { currency, short: true });
  const open = bar.tentative > 0 ? `+${words(bar.tentative)} ` : '';
  const total = bar.total > 0 ? words(bar.total) : '';
  const parts = bar.segments.map(
    ({ certainty, kind, amount }) =>
      `${segmentWords[certainty][kind]} ${formatAmount(measure, amount, { currency })}`,
  );
  return `${formatMonth(bar.month)}: ${open}${total}${parts.length > 0 ? ` (${parts.join(', ')})` : 'nothing'}`;
}

/** What a part of a bar stands for. */
export const segmentWords: Record<Segment['certainty'], Record<Segment['kind'], string>> = {
  logged: { client: 'Client projects worked', initiative: 'Initiatives worked' },
  planned: { client: 'Client projects planned', initiative: 'Initiatives planned' },
  tentative: { client: 'Open deals', initiative: 'Initiatives not decided' },
};

/** Three to five lines at round amounts: whole hours or whole units of money. */
function gridLines(most: number, measure: Measure): number[] {
  const unit = measure === 'hours' ? 60 : 100;
  const rough = most / unit / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power * unit;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

function percent(amount: number, most: number): string {
  return `${Math.min(100, (amount / most) * 100)}%`;
}

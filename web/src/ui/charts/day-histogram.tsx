import { addDays, type CalendarDate, daysBetween } from '@evenkeel/core/calendar-date';
import { useElementSize } from '@mantine/hooks';
import { formatDate, formatDayMonth } from '../format/date.ts';
import { formatNumber } from '../format/number.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './day-histogram.module.css';

/** How many cases fall on some days. */
export type DayBar = {
  readonly firstOn: CalendarDate;
  readonly lastOn: CalendarDate;
  readonly count: number;
};

/** A day that is named: drawn as a line through the bars. */
export type DayMark = {
  readonly on: CalendarDate;
  readonly label: string;
  readonly tone: 'accent' | 'neutral' | 'good' | 'bad';
};

type DayHistogramProps = {
  /** What is shown, in a sentence: read in place of the picture. */
  readonly label: string;
  readonly bars: readonly DayBar[];
  readonly marks: readonly DayMark[];
  /** Of cases: `samples`. */
  readonly noun: string;
};

const height = 212;
/** Room above the bars for five rows of names. */
const frame = { top: 80, right: 12, bottom: 22, left: 12 };
const rowHeight = 15;
const letterWidth = 6;

/** Cases by day, with named days across; the same figures stand in a table below on demand. */
export function DayHistogram({ label, bars, marks, noun }: DayHistogramProps) {
  const { ref, width } = useElementSize();
  const days = [...bars.flatMap(({ firstOn, lastOn }) => [firstOn, lastOn]), ...marks.map(onOf)];
  const [first, last] = [least(days), greatest(days)];
  return (
    <div ref={ref} className={styles['chart']}>
      {width > 0 && first && last ? (
        <svg role="img" aria-label={label} width={width} height={height} className={styles['svg']}>
          <Bars bars={bars} x={scaleOf(first, last, width)} />
          <Marks marks={marks} x={scaleOf(first, last, width)} width={width} />
          <text className={styles['tick']} x={frame.left} y={height - 5}>
            {formatDayMonth(first)}
          </text>
          <text className={styles['tick']} x={width - frame.right} y={height - 5} textAnchor="end">
            {formatDate(last)}
          </text>
        </svg>
      ) : null}
      <details className={styles['table']}>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Days</th>
              <th scope="col">{noun}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.firstOn}>
                <td>{daysOf(bar)}</td>
                <td>{formatNumber(bar.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

type Scale = (day: CalendarDate, isEnd?: boolean) => number;

/** A day's left edge, or its right one, in pixels. */
function scaleOf(first: CalendarDate, last: CalendarDate, width: number): Scale {
  const span = daysBetween(first, addDays(last, 1));
  const room = width - frame.left - frame.right;
  return (day, isEnd = false) =>
    frame.left + (room * (daysBetween(first, day) + (isEnd ? 1 : 0))) / span;
}

function Bars({ bars, x }: { readonly bars: readonly DayBar[]; readonly x: Scale }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const room = height - frame.top - frame.bottom;
  const foot = height - frame.bottom;
  return (
    <>
      {bars.map((bar) => {
        const tall = (room * bar.count) / most;
        const [from, to] = [x(bar.firstOn), x(bar.lastOn, true)];
        return (
          <rect
            key={bar.firstOn}
            className={styles['bar']}
            x={from + 0.5}
            y={foot - tall}
            width={Math.max(1, to - from - 1)}
            height={tall}
            rx={1.5}
          >
            <title>{`${daysOf(bar)}: ${formatNumber(bar.count)}`}</title>
          </rect>
        );
      })}
      <line className={styles['foot']} x1={0} x2="100%" y1={foot} y2={foot} />
    </>
  );
}

type MarksProps = {
  readonly marks: readonly DayMark[];
  readonly x: Scale;
  readonly width: number;
};

/** Lines with their names above, in rows so that neighbours do not write over each other. */
function Marks({ marks, x, width }: MarksProps) {
  return placedMarks(marks, x, width).map(({ text, tone, at, row, isRight }) => {
    const top = 14 + row * rowHeight;
    return (
      <g key={text} className={joinClasses(styles['mark'], styles[tone])}>
        <line x1={at} x2={at} y1={top - 8} y2={height - frame.bottom} />
        <text x={at + (isRight ? -5 : 5)} y={top} textAnchor={isRight ? 'end' : 'start'}>
          {text}
        </text>
      </g>
    );
  });
}

type PlacedMark = Pick<DayMark, 'tone'> & {
  readonly text: string;
  readonly at: number;
  readonly row: number;
  readonly isRight: boolean;
};

/** Marks of one day share a name; each stands in the first row where it has room. */
function placedMarks(marks: readonly DayMark[], x: Scale, width: number): PlacedMark[] {
  const days = new Map<CalendarDate, DayMark[]>();
  for (const mark of marks) days.set(mark.on, [...(days.get(mark.on) ?? []), mark]);
  const ends: number[] = [];
  return [...days]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([on, own]) => {
      const text = `${own.map(({ label }) => label).join(', ')} ${formatDayMonth(on)}`;
      const tone = own[0]?.tone ?? 'neutral';
      const [at, wide] = [x(on, true), text.length * letterWidth + 10];
      const isRight = at + wide > width;
      const from = isRight ? at - wide : at;
      const free = ends.findIndex((end) => end <= from);
      const row = free < 0 ? ends.length : free;
      ends[row] = from + wide;
      return [{ text, tone, at, row, isRight }];
    });
}

function daysOf({ firstOn, lastOn }: DayBar): string {
  if (firstOn === lastOn) return formatDate(firstOn);
  return `${formatDayMonth(firstOn)} to ${formatDate(lastOn)}`;
}

function onOf({ on }: DayMark): CalendarDate {
  return on;
}

function least(days: readonly CalendarDate[]): CalendarDate | undefined {
  return days.toSorted()[0];
}

function greatest(days: readonly CalendarDate[]): CalendarDate | undefined {
  return days.toSorted().at(-1);
}

import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { projectStateLabels } from '../../../lib/project-state.ts';
import { formatDate, formatMonthShort, readerToday } from '../../../ui/format/date.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { InitiativesFrame } from './components/initiatives-frame.tsx';
import styles from './components/views.module.css';
import { type Timeline, type TimelineBar, timelineOf } from './model.ts';

/** Initiatives over the months: dashed while they are an idea, filled as far as their time has passed. */
export function TimelinePage() {
  return <InitiativesFrame view="timeline">{(rows) => <Bars rows={rows} />}</InitiativesFrame>;
}

function Bars({ rows }: { readonly rows: readonly InitiativeRow[] }) {
  const timeline = timelineOf(rows, readerToday());
  return (
    <>
      {timeline.bars.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        <section className={styles['timeline-scroll']} tabIndex={0} aria-label="Timeline">
          <div className={styles['timeline']}>
            <Months timeline={timeline} />
            <ul>
              {timeline.bars.map((bar) => (
                <Bar key={bar.row.id} bar={bar} />
              ))}
            </ul>
          </div>
        </section>
      ) : (
        <p className={styles['lead']}>None of them has a start or an end yet.</p>
      )}
      {timeline.undated.length > 0 ? (
        <section className={styles['rest']} aria-label="Without dates">
          <p className={styles['lead']}>Without start and end:</p>
          <ul className={styles['rest-list']}>
            {timeline.undated.map((row) => (
              <li key={row.id}>
                <AppLink href={`/initiatives/${row.id}`}>{row.name}</AppLink>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** At most so many names of months stand above; else every second, third… */
const mostMonths = 12;

function Months({ timeline }: { readonly timeline: Timeline }) {
  const step = Math.ceil(timeline.months.length / mostMonths);
  return (
    <>
      <div className={styles['months']} aria-hidden>
        {timeline.months.map(({ month, left }, index) =>
          index % step === 0 ? (
            <span key={month} className={styles['month']} style={{ left: `${left}%` }}>
              {formatMonthShort(month)}
              {index === 0 || month.endsWith('-01') ? ` ${month.slice(0, 4)}` : ''}
            </span>
          ) : null,
        )}
      </div>
      <div className={styles['lines']} aria-hidden>
        {timeline.months.map(({ month, left }) => (
          <span key={month} className={styles['grid-line']} style={{ left: `${left}%` }} />
        ))}
        <span className={styles['today-line']} style={{ left: `${timeline.today}%` }}>
          <span className={styles['today-word']}>Today</span>
        </span>
      </div>
    </>
  );
}

function Bar({ bar }: { readonly bar: TimelineBar }) {
  const { row, left, width, passed } = bar;
  const span = [row.startOn, row.endOn].map((day) => (day ? formatDate(day) : 'open'));
  const words = `${projectStateLabels[row.state]}, ${span.join(' to ')}`;
  return (
    <li className={styles['bar-row']}>
      <AppLink href={`/initiatives/${row.id}`} className={styles['bar-name']}>
        {row.name}
      </AppLink>
      <div className={styles['bar-track']} title={words}>
        <span
          className={styles['bar']}
          data-state={row.state}
          style={{ left: `${left}%`, width: `${width}%` }}
        >
          {row.state === 'executing' ? (
            <span className={styles['bar-done']} style={{ width: `${passed}%` }} />
          ) : null}
        </span>
        <span
          className={styles['bar-word']}
          style={width > 12 ? { left: `${left}%` } : { left: `${left + width}%` }}
        >
          {projectStateLabels[row.state]}
        </span>
      </div>
    </li>
  );
}

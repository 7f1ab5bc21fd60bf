import type { TaskListCountsView, TaskListReportView } from '@evenkeel/contract/task-list-report';
import { formatNumber } from '../../../ui/format/number.ts';
import { Section } from '../../../ui/page/section.tsx';
import { countLines } from '../model.ts';
import styles from './task-imports.module.css';

/** What comes in, or came in, by kind. */
export function CountsSection({
  counts,
  isDone,
}: {
  readonly counts: TaskListCountsView;
  readonly isDone: boolean;
}) {
  return (
    <Section
      title={isDone ? 'What came in' : 'What will happen'}
      note={isDone ? '' : 'With the choices below. Nothing is written yet.'}
    >
      <Facts lines={countLines(counts, isDone)} />
    </Section>
  );
}

/** What the file holds, and what of it has no place here. */
export function ReportSections({ report }: { readonly report: TaskListReportView }) {
  return (
    <>
      {report.read.length === 0 ? null : (
        <Section title="Read from the file">
          <Facts lines={report.read} />
        </Section>
      )}
      {report.left.length === 0 ? null : (
        <Section title="Not carried over" note="It stays in the other program.">
          <ul className={styles['left']}>
            {report.left.map(({ what, count, why, examples }) => (
              <li key={what}>
                <span className={styles['left-what']}>
                  {what} <span className={styles['left-count']}>{formatNumber(count)}</span>
                </span>
                <span className={styles['meta']}>
                  {why}
                  {examples.length === 0 ? '' : ` For example: ${examples.join(', ')}.`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Facts({
  lines,
}: {
  readonly lines: readonly { readonly what: string; readonly count: number }[];
}) {
  return (
    <dl className={styles['facts']}>
      {lines.map(({ what, count }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

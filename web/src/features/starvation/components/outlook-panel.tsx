import type { StarvationOutlookView } from '@evenkeel/contract/starvation';
import type { ProjectId } from '@evenkeel/core/id';
import { formatDate } from '../../../ui/format/date.ts';
import { formatEffort, formatHours } from '../../../ui/format/effort.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useOutlook } from '../api.ts';
import { lateWords, paceWords, targetWords } from '../words.ts';
import { Culprits } from './culprits.tsx';
import styles from './starvation.module.css';

/** Hours promised and given week by week, where the pace leads, and who took the difference (B06). */
export function OutlookPanel({ id }: { readonly id: ProjectId }) {
  const outlook = useOutlook(id).data?.outlook;
  if (!outlook) return null;
  const { promise, target, forecast, culprits } = outlook;
  return (
    <Section
      title="Promise and pace"
      note={`Promised and given since ${formatDate(promise.from)}; the line is the promise`}
    >
      <p className={styles['head']}>
        <HealthMark
          health={forecast.isStarving ? 'off-track' : promise.isShort ? 'at-risk' : 'on-track'}
          label={lateWords(forecast.finishWeek, target)}
        />
        <span className={styles['text']}>
          {formatHours(target.remainingMinutes)} left until {targetWords(target)}
          {target.isEstimated ? '' : ' by the promise, since no task is estimated'};{' '}
          {paceWords(outlook)}
        </span>
      </p>
      <Weeks weeks={promise.weeks} />
      <p className={styles['text']}>
        {formatHours(promise.givenMinutes)} given of {formatHours(promise.promisedMinutes)}{' '}
        promised.{' '}
        {promise.shortfallMinutes > 0 ? (
          <>
            {formatHours(promise.shortfallMinutes)} are missing.{' '}
            <Culprits of={{ culprits, unexplainedMinutes: promise.unexplainedMinutes }} />
          </>
        ) : null}
      </p>
    </Section>
  );
}

function Weeks({ weeks }: Pick<StarvationOutlookView['promise'], 'weeks'>) {
  const most = Math.max(
    1,
    ...weeks.map((week) => Math.max(week.promisedMinutes, week.givenMinutes)),
  );
  const height = (minutes: number) => ({ height: `${(minutes / most) * 100}%` });
  const below = weeks.filter((week) => week.givenMinutes < week.promisedMinutes).length;
  return (
    <div
      className={styles['weeks']}
      role="img"
      aria-label={`${below} of ${weeks.length} weeks below the promise`}
    >
      {weeks.map((week) => (
        <span
          key={week.week}
          className={styles['week']}
          title={`Week of ${formatDate(week.week)}: ${formatEffort(week.givenMinutes)} of ${formatEffort(week.promisedMinutes)}`}
        >
          <span className={styles['promised']} style={height(week.promisedMinutes)} />
          <span className={styles['given']} style={height(week.givenMinutes)} />
        </span>
      ))}
    </div>
  );
}

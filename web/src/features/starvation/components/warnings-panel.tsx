import type { StarvationWarningView } from '@evenkeel/contract/starvation';
import { formatHours } from '../../../ui/format/effort.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useWarnings } from '../api.ts';
import { lateWords, targetWords } from '../words.ts';
import { Culprits } from './culprits.tsx';
import styles from './starvation.module.css';

/** Initiatives that miss a date at their present pace. Nothing while there are none. */
export function WarningsPanel({ mine = false }: { readonly mine?: boolean }) {
  const rows = useWarnings(mine).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Section
      title={mine ? 'Your initiatives that starve' : 'Initiatives that starve'}
      note="At the pace of late they miss a date; client work of the same people takes their hours."
    >
      <ul className={styles['list']}>
        {rows.map((warning) => (
          <Warning key={warning.initiative.id} warning={warning} />
        ))}
      </ul>
    </Section>
  );
}

function Warning({ warning }: { readonly warning: StarvationWarningView }) {
  const { initiative, target, forecast, promisedMinutes, givenMinutes } = warning;
  return (
    <li className={styles['warning']}>
      <p className={styles['head']}>
        <AppLink href={`/initiatives/${initiative.id}`} className={styles['name']}>
          {initiative.name}
        </AppLink>
        <HealthMark health="off-track" label={lateWords(forecast.finishWeek, target)} />
      </p>
      <p className={styles['text']}>
        {formatHours(target.remainingMinutes)} left until {targetWords(target)};{' '}
        {formatHours(forecast.paceMinutes)} a week of late, {formatHours(givenMinutes)} given of{' '}
        {formatHours(promisedMinutes)} promised in half a year. <Culprits of={warning} />
      </p>
    </li>
  );
}

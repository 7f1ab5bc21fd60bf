import type { KpiRow } from '@evenkeel/contract/kpis';
import { standingHealth, standingLabels } from '../../../lib/kpi-standing.ts';
import { formatDate, readerToday } from '../../../ui/format/date.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { dueInWords } from '../model.ts';
import { KpiChart } from './kpi-chart.tsx';
import styles from './scorecard.module.css';

/** One KPI of the scorecard: health, chart, last comment. */
export function ScorecardCell({ kpi }: { readonly kpi: KpiRow }) {
  const { standing } = kpi.pace;
  const due = dueInWords(kpi.dueOn, readerToday());
  return (
    <li className={styles['cell']}>
      <div className={styles['head']}>
        <AppLink href={`/kpis/${kpi.id}`} className={styles['name']}>
          {kpi.name}
        </AppLink>
        <HealthMark health={standingHealth[standing]} label={standingLabels[standing]} />
      </div>
      <p className={styles['goal']}>
        {kpi.unit === '' || kpi.unit === '%' ? '' : `${kpi.unit} · `}
        {kpi.goal.name}
      </p>
      <KpiChart kpi={kpi} isSmall />
      <div className={styles['foot']}>
        <PersonMark person={kpi.owner ?? undefined} show="initials" />
        <p className={styles['comment']}>
          {due ? (
            <span className={styles['due']}>{due}</span>
          ) : kpi.latest?.comment ? (
            kpi.latest.comment
          ) : kpi.latest ? (
            `Measured ${formatDate(kpi.latest.on)}`
          ) : (
            'Not measured yet'
          )}
        </p>
      </div>
    </li>
  );
}

import type { KpiRow } from '@evenkeel/contract/kpis';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { readerToday } from '../../../ui/format/date.ts';
import { formatMeasured } from '../../../ui/format/measured.ts';
import { DateText, Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useMyDueKpis } from '../api.ts';
import { ActualForm } from './actual-form.tsx';
import styles from './kpis.module.css';

type DueKpisPanelProps = { readonly isPlanned: boolean; readonly mayWrite: boolean };

/** Actuals of one's own KPIs that are due; nothing when none is. */
export function DueKpisPanel({ isPlanned, mayWrite }: DueKpisPanelProps) {
  const { data } = useMyDueKpis(isPlanned);
  const [entered, setEntered] = useState<KpiRow | null>(null);
  if (!data || data.rows.length === 0) return null;
  const today = readerToday();
  return (
    <Section title="Actuals due" note={String(data.rows.length)}>
      <ul className={styles['due-list']}>
        {data.rows.map((kpi) => (
          <li key={kpi.id}>
            <AppLink href={`/kpis/${kpi.id}`} className={styles['due-name']}>
              {kpi.name}
            </AppLink>
            <span className={styles['due-last']}>
              {kpi.latest ? `last ${formatMeasured(kpi.latest.value, kpi.unit)}` : <Nothing />}
            </span>
            <span className={styles['due-day']}>
              <DateText date={kpi.dueOn} lateAfter={today} />
            </span>
            {mayWrite ? (
              <Button variant="default" onClick={() => setEntered(kpi)}>
                Enter
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {entered ? <ActualForm kpi={entered} onClose={() => setEntered(null)} /> : null}
    </Section>
  );
}

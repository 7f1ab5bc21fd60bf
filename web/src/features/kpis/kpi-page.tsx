import { type KpiChange, type KpiView, kpis } from '@evenkeel/contract/kpis';
import type { KpiId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { standingHealth, standingLabels } from '../../lib/kpi-standing.ts';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { readerToday } from '../../ui/format/date.ts';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { DocumentField, TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { useKpi, useKpiWrite } from './api.ts';
import { ActualForm } from './components/actual-form.tsx';
import { ActualsTable } from './components/actuals-table.tsx';
import { InterimTargets } from './components/interim-targets.tsx';
import { KpiChart } from './components/kpi-chart.tsx';
import { KpiFacts } from './components/kpi-facts.tsx';
import { KpiMenu } from './components/kpi-menu.tsx';
import styles from './components/kpis.module.css';
import { dueInWords, forecastInWords, kpiCurves, paceInWords } from './model.ts';

const list = { label: 'Scorecard', href: '/scorecard' };

/** One KPI: its chart, its actuals with what was said, and what it is. */
export function KpiPage() {
  // The route table names the parameter; the server refuses what is no id.
  const id = usePathParameter('kpiId') as KpiId;
  const found = useKpi(id);
  return (
    <LoadedRecord found={found} noun="KPI" list={list}>
      {(kpi) => <KpiDocument key={id} kpi={kpi} />}
    </LoadedRecord>
  );
}

function KpiDocument({ kpi }: { readonly kpi: KpiView }) {
  const update = useKpiWrite(kpis.update);
  const { save, state } = useSaving<KpiChange>(kpi.version, (body, version) =>
    update.mutateAsync({ params: { id: kpi.id }, version, body }),
  );
  const canEdit = useMay('write') && kpi.deletedAt === null;
  const [entering, setEntering] = useState(false);
  return (
    <Page
      title={kpi.name}
      breadcrumbs={[list, { label: kpi.goal.name, href: `/goals/${kpi.goal.id}` }]}
      actions={
        <>
          <SavedNote state={state} />
          <KpiMenu kpi={kpi} />
        </>
      }
      primary={
        canEdit ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEntering(true)}>
            Enter actual
          </Button>
        ) : undefined
      }
    >
      <RecordLayout
        sideLabel="Facts of the KPI"
        side={<KpiFacts kpi={kpi} save={save} canEdit={canEdit} />}
      >
        <Autosave name="name" value={kpi.name} save={(name) => save({ name })}>
          {(field) => <TitleField label="Name of the KPI" disabled={!canEdit} {...field} />}
        </Autosave>
        <ChartSection kpi={kpi} />
        <Section title="Actuals" note="What was measured, and what was said about it">
          <ActualsTable kpi={kpi} canEdit={canEdit} />
        </Section>
        <InterimTargets kpi={kpi} canEdit={canEdit} />
        <Autosave name="notes" value={kpi.notes} save={(notes) => save({ notes })}>
          {(field) => (
            <DocumentField
              label="How it is measured"
              placeholder="Where the number comes from, and what counts in it."
              disabled={!canEdit}
              {...field}
            />
          )}
        </Autosave>
        <RecordPanel subject={{ kind: 'kpi', id: kpi.id }} isOpen={kpi.deletedAt === null} />
        <Section title="History">
          <HistoryPanel root="kpi" rootId={kpi.id} />
        </Section>
      </RecordLayout>
      {entering ? <ActualForm kpi={kpi} onClose={() => setEntering(false)} /> : null}
    </Page>
  );
}

function ChartSection({ kpi }: { readonly kpi: KpiView }) {
  const { standing } = kpi.pace;
  const notes = new Map(
    kpi.actuals.filter(({ comment }) => comment !== '').map(({ on, comment }) => [on, comment]),
  );
  const words = [paceInWords(kpi), forecastInWords(kpi, kpiCurves(kpi))].filter(Boolean).join(' ');
  const due = dueInWords(kpi.dueOn, readerToday());
  return (
    <Section
      title="Actuals against the line"
      note={words}
      actions={
        <>
          {due ? <HealthMark health="at-risk" label={due} /> : null}
          <HealthMark health={standingHealth[standing]} label={standingLabels[standing]} />
        </>
      }
    >
      {kpi.series.length === 0 && kpi.target === null ? (
        <p className={styles['none']}>The chart begins with a target or the first actual.</p>
      ) : (
        <KpiChart kpi={kpi} notes={notes} />
      )}
    </Section>
  );
}

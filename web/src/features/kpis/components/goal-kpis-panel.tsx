import type { GoalView } from '@evenkeel/contract/goals';
import type { KpiRow } from '@evenkeel/contract/kpis';
import { type ObjectiveRow, objectives } from '@evenkeel/contract/objectives';
import type { ObjectiveId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { standingHealth, standingLabels } from '../../../lib/kpi-standing.ts';
import { formatMeasured } from '../../../ui/format/measured.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useKpis, useKpiWrite, useObjectives } from '../api.ts';
import { KpiChart } from './kpi-chart.tsx';
import { KpiForm } from './kpi-form.tsx';
import styles from './kpis.module.css';
import { ObjectiveForm } from './objective-form.tsx';
import { ObjectiveHead } from './objective-head.tsx';

type GoalKpisPanelProps = { readonly goal: GoalView; readonly canEdit: boolean };

/** Objectives and KPIs of a goal: what has to be so, and how it is measured. */
export function GoalKpisPanel({ goal, canEdit }: GoalKpisPanelProps) {
  const found = useKpis(goal.id);
  const parts = useObjectives(goal.id);
  const [adding, setAdding] = useState<ObjectiveId | 'goal' | 'objective' | null>(null);
  return (
    <Section
      title="Objectives and KPIs"
      note="What has to be so for the goal to be reached, and the numbers that show it"
      actions={
        canEdit ? (
          <AddMenu onKpi={() => setAdding('goal')} onObjective={() => setAdding('objective')} />
        ) : null
      }
    >
      <Loaded found={found} what="the KPIs">
        {({ rows }) => (
          <Groups
            rows={rows}
            objectives={parts.data?.rows ?? []}
            canEdit={canEdit}
            onAdd={(id) => setAdding(id)}
          />
        )}
      </Loaded>
      {adding === 'objective' ? (
        <ObjectiveForm goalId={goal.id} onClose={() => setAdding(null)} />
      ) : adding ? (
        <KpiForm
          place={{ goalId: goal.id, objectiveId: adding === 'goal' ? null : adding }}
          onClose={() => setAdding(null)}
        />
      ) : null}
    </Section>
  );
}

function AddMenu({ onKpi, onObjective }: { onKpi: () => void; onObjective: () => void }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={15} />} data-field="kpis">
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onKpi}>KPI</Menu.Item>
        <Menu.Item onClick={onObjective}>Objective</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

type GroupsProps = {
  readonly rows: readonly KpiRow[];
  readonly objectives: readonly ObjectiveRow[];
  readonly canEdit: boolean;
  readonly onAdd: (id: ObjectiveId) => void;
};

function Groups({ rows, objectives: parts, canEdit, onAdd }: GroupsProps) {
  const update = useKpiWrite(objectives.update);
  const own = rows.filter((row) => row.objective === null);
  if (rows.length === 0 && parts.length === 0) {
    return (
      <p className={styles['none']}>
        Nothing is measured yet. A goal is an end result that can be observed: give it a KPI with a
        baseline and a target.
      </p>
    );
  }
  return (
    <div className={styles['groups']}>
      {own.length > 0 ? <KpiLines rows={own} /> : null}
      {parts.map((objective) => (
        <div key={objective.id} className={styles['group']}>
          <ObjectiveHead
            objective={objective}
            canEdit={canEdit}
            onAddKpi={() => onAdd(objective.id)}
            onRename={(name) =>
              update.mutateAsync({
                params: { id: objective.id },
                version: objective.version,
                body: { name },
              })
            }
          />
          <KpiLines rows={rows.filter((row) => row.objective?.id === objective.id)} />
        </div>
      ))}
    </div>
  );
}

function KpiLines({ rows }: { readonly rows: readonly KpiRow[] }) {
  if (rows.length === 0) {
    return <p className={styles['none']}>No KPI shows yet whether this comes nearer.</p>;
  }
  return (
    <ul className={styles['lines']}>
      {rows.map((kpi) => (
        <li key={kpi.id} className={styles['line']}>
          <div className={styles['line-words']}>
            <AppLink href={`/kpis/${kpi.id}`} className={styles['line-name']}>
              {kpi.name}
            </AppLink>
            <span className={styles['line-now']}>
              {kpi.latest ? formatMeasured(kpi.latest.value, kpi.unit) : 'Not measured'}
              {kpi.target === null ? '' : ` of ${formatMeasured(kpi.target, kpi.unit)}`}
            </span>
            <span className={styles['line-marks']}>
              <HealthMark
                health={standingHealth[kpi.pace.standing]}
                label={standingLabels[kpi.pace.standing]}
              />
              <PersonMark person={kpi.owner ?? undefined} show="initials" />
            </span>
          </div>
          <div className={styles['line-chart']}>
            <KpiChart kpi={kpi} isSmall />
          </div>
        </li>
      ))}
    </ul>
  );
}

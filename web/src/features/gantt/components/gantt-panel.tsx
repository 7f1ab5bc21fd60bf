import type { PhaseView } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import type { BaselineId, ProjectId } from '@evenkeel/core/id';
import { useMemo, useState } from 'react';
import { readerToday } from '../../../ui/format/date.ts';
import { Gantt } from '../../../ui/gantt/gantt.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useProjectDependencies, useProjectTasks } from '../../tasks/api.ts';
import { useBaselineComparison, useSchedulePlan } from '../api.ts';
import { liveSchedule } from '../live-schedule.ts';
import { baselineSpans, planLines, planLinks, workingHours } from '../model.ts';
import { useChosenScenario } from '../use-chosen-scenario.ts';
import { useClientSight } from '../use-client-sight.ts';
import { useNow } from '../use-now.ts';
import { usePlanEdit } from '../use-plan-edit.ts';
import { workDaysOf } from '../work-days.ts';
import { BaselineMenu } from './baseline-menu.tsx';
import { ScenarioMenu } from './scenario-menu.tsx';

type GanttPanelProps = {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly phases: readonly PhaseView[];
  readonly mayWrite: boolean;
};

/** The plan of a project of either kind over time (PM-03, PM-08). */
export function GanttPanel(props: GanttPanelProps) {
  const found = useProjectTasks(props.projectId);
  return (
    <Loaded found={found} what="the Gantt chart">
      {({ rows }) => <PlanGantt {...props} tasks={rows} />}
    </Loaded>
  );
}

function PlanGantt(props: GanttPanelProps & { readonly tasks: readonly TaskRow[] }) {
  const { projectId, phases, tasks, mayWrite } = props;
  const today = readerToday();
  const now = useNow();
  const dependencies = useProjectDependencies(projectId).data?.rows;
  const ids = useMemo(() => [projectId], [projectId]);
  const plan = useSchedulePlan(ids).data;
  const live = useMemo(() => {
    const lines = { above: 'phase', shows: (id: ProjectId) => id === projectId } as const;
    return plan ? liveSchedule(plan, today, lines) : null;
  }, [plan, today, projectId]);
  const workDays = useMemo(() => (plan ? workDaysOf(plan) : null), [plan]);
  const [baselineId, setBaselineId] = useState<BaselineId | null>(null);
  const comparison = useBaselineComparison(baselineId).data ?? null;
  const scenario = useChosenScenario();
  const lines = useMemo(
    () =>
      planLines({
        phases,
        tasks,
        today,
        mayWrite,
        ...(live ? { insights: live.insights } : {}),
        ...(comparison ? { baselines: baselineSpans(comparison) } : {}),
        ...(scenario.spans ? { scenario: scenario.spans } : {}),
      }),
    [phases, tasks, today, mayWrite, live, comparison, scenario.spans],
  );
  const links = useMemo(() => planLinks(dependencies ?? []), [dependencies]);
  const nameOf = (id: string) => tasks.find((task) => task.id === id)?.name ?? '';
  const edits = usePlanEdit(live, nameOf);
  const flip = useClientSight(tasks);
  if (lines.every(({ span }) => span === null)) {
    return (
      <EmptyState title="Nothing has a date yet">
        Give tasks a start and a due day in the plan; then they stand here as bars.
      </EmptyState>
    );
  }
  return (
    <Gantt
      label="Gantt chart of the plan"
      tasks={lines}
      links={links}
      now={now}
      hours={workDays?.hours ?? workingHours}
      finestStep={15}
      layoutKey="plan"
      fileName={props.name}
      {...(workDays ? { isWorking: workDays.isWorking } : {})}
      {...(live && mayWrite
        ? { preview: live.preview, onEdit: edits.edit, history: edits.history }
        : {})}
      {...(mayWrite ? { onFlip: flip } : {})}
      tools={
        <>
          <BaselineMenu
            projectId={projectId}
            chosen={baselineId}
            comparison={comparison}
            onChoose={setBaselineId}
            mayWrite={mayWrite}
          />
          <ScenarioMenu {...scenario.menu} projectId={projectId} />
        </>
      }
    />
  );
}

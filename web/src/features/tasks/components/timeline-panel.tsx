import type { PhaseView } from '@evenkeel/contract/projects';
import type { TaskRow } from '@evenkeel/contract/tasks';
import type { ProjectId } from '@evenkeel/core/id';
import { useMemo } from 'react';
import { readerToday } from '../../../ui/format/date.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import type { BarDays, TimelineRow, Zoom } from '../../../ui/timeline/timeline-row.ts';
import { isZoom, ZoomSwitch } from '../../../ui/timeline/zoom-switch.tsx';
import { useProjectDependencies, useProjectTasks } from '../api.ts';
import { planLinks, planRows, taskKeyOf } from '../timeline/model.ts';
import { useTaskActions } from '../use-task-actions.ts';
import styles from './timeline-panel.module.css';

type TimelinePanelProps = {
  readonly projectId: ProjectId;
  readonly phases: readonly PhaseView[];
  readonly mayWrite: boolean;
};

/** The plan of a project of either kind over time (PM-03). */
export function TimelinePanel(props: TimelinePanelProps) {
  const found = useProjectTasks(props.projectId);
  return (
    <Loaded found={found} what="the timeline">
      {({ rows }) => <PlanTimeline {...props} tasks={rows} />}
    </Loaded>
  );
}

function PlanTimeline(props: TimelinePanelProps & { readonly tasks: readonly TaskRow[] }) {
  const { projectId, phases, tasks, mayWrite } = props;
  const today = readerToday();
  const [zoom, setZoom] = useAddressState<Zoom>('zoom', 'month', isZoom);
  const dependencies = useProjectDependencies(projectId).data?.rows;
  const rows = useMemo(() => planRows({ phases, tasks }, today), [phases, tasks, today]);
  const links = useMemo(() => planLinks(dependencies ?? []), [dependencies]);
  const move = useMoveTask(tasks);
  if (rows.every((row) => row.days === null && row.points.length === 0)) {
    return (
      <EmptyState title="Nothing has a date yet">
        Give tasks a start and a due day in the plan; then they stand here as bars.
      </EmptyState>
    );
  }
  return (
    <div className={styles['panel']}>
      <div className={styles['tools']}>
        <ZoomSwitch value={zoom} onChange={setZoom} />
        {mayWrite ? (
          <span className={styles['hint']}>
            Drag a bar or its end; on a bar, arrows move it and with Shift stretch it.
          </span>
        ) : null}
      </div>
      <Timeline
        label="Timeline of the plan"
        {...{ rows, links, today, zoom }}
        {...(mayWrite ? { onMove: move } : {})}
      />
    </div>
  );
}

function useMoveTask(tasks: readonly TaskRow[]) {
  const actions = useTaskActions();
  const save = async (
    task: TaskRow,
    days: { start: BarDays['start'] | null; end: BarDays['end'] | null },
  ) => {
    // A task with one day only keeps it: its bar is a day long.
    await actions.save(task, { startOn: days.start, dueOn: days.end });
  };
  return async (row: TimelineRow, days: BarDays) => {
    const task = tasks.find(({ id }) => taskKeyOf(id) === row.key);
    if (!task) return;
    try {
      await save(task, days);
      const undo = () => save(task, { start: task.startOn, end: task.dueOn });
      notifyDone({ message: `“${task.name}” moved`, undo });
    } catch (error) {
      notifyFailed({ message: error instanceof Error ? error.message : 'It was not moved.' });
    }
  };
}

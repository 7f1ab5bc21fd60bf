import { useLayoutEffect, useMemo, useState } from 'react';
import { Gantt } from '../../ui/gantt/gantt.tsx';
import type { GanttConsequences, GanttEdit } from '../../ui/gantt/gantt-task.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { notifyDone } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { sampleSchedule } from './preview-sample.ts';
import { samplePlan } from './sample-plan.ts';

const isCount = (value: unknown): value is number => typeof value === 'number' && value > 0;

/** A plan of `?tasks=1000`: for the eye, and for `npm run bench:gantt`. */
export function GanttPart() {
  const [count] = useAddressState('tasks', 400, isCount);
  const plan = useMemo(() => samplePlan(count), [count]);
  const schedule = useMemo(() => sampleSchedule(plan), [plan]);
  const [begin] = useState(() => performance.now());
  useLayoutEffect(() => {
    // The frame after this one: then the chart has been painted.
    const painted = () => performance.measure('gantt first paint', { start: begin });
    requestAnimationFrame(() => setTimeout(painted));
  }, [begin]);
  const [tasks, setTasks] = useState(plan.tasks);
  const onEdit = (edit: GanttEdit, { moved }: GanttConsequences) => {
    schedule.keep(edit);
    setTasks((before) =>
      before.map((task) => {
        if (edit.kind === 'progress' && edit.id === task.id) {
          return { ...task, progress: edit.progress };
        }
        const span = moved.get(task.id);
        return span ? { ...task, span } : task;
      }),
    );
    notifyDone({ message: 'The plan was changed', undo: () => setTasks(tasks) });
  };
  return (
    <Page title="Roll-out of the data platform" layout="fill">
      <Gantt
        label="Gantt chart of the plan"
        tasks={tasks}
        links={plan.links}
        now={plan.now}
        layoutKey="gallery"
        preview={schedule.preview}
        onEdit={onEdit}
        fileName="plan"
      />
    </Page>
  );
}

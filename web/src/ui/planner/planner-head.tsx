import ganttStyles from '../gantt/gantt.module.css';
import { GanttAxis } from '../gantt/gantt-axis.tsx';
import type { GanttFrame, GanttView } from '../gantt/use-gantt-view.ts';
import styles from './planner.module.css';

type PlannerHeadProps = {
  readonly view: GanttView;
  readonly frame: GanttFrame;
  readonly now: number;
  readonly figure: string;
};

/** Titles beside the chart, and the time above it. */
export function PlannerHead({ view, frame, now, figure }: PlannerHeadProps) {
  return (
    <div role="rowgroup" className={ganttStyles['head']}>
      <div role="row" aria-rowindex={1} className={ganttStyles['head-row']}>
        <div className={ganttStyles['tree-head']}>
          <div className={styles['titles']}>
            <span role="columnheader">Who</span>
            <span role="columnheader">{figure}</span>
          </div>
        </div>
        <div role="columnheader" aria-label="Over time" className={ganttStyles['axis-cell']}>
          <GanttAxis scale={view.scale} scroller={frame.scroller} size={view.size} now={now} />
        </div>
      </div>
    </div>
  );
}

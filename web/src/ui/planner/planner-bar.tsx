import { memo } from 'react';
import type { GanttScale } from '../gantt/gantt-scale.ts';
import styles from './planner.module.css';
import type { PlannerBar } from './planner-types.ts';
import { effortText } from './planner-words.ts';

type PlannerBarViewProps = {
  readonly bar: PlannerBar;
  readonly scale: GanttScale;
  /** Says the work as well: on a line that does not. */
  readonly isNamed: boolean;
  readonly isActive: boolean;
  /** Where an edit under way would put it is shown elsewhere, or here. */
  readonly look: 'plain' | 'left' | 'moved';
};

/** Time given to some work. Tentative time is hatched; its kind is told by colour and by its line. */
export const PlannerBarView = memo(function PlannerBarView(props: PlannerBarViewProps) {
  const { bar, scale, isNamed, isActive, look } = props;
  const width = (bar.end - bar.start + 1) * scale.dayWidth;
  return (
    <span
      className={styles['bar']}
      data-bar={bar.id}
      data-part={bar.isEditable ? 'whole' : undefined}
      data-tone={bar.work.tone}
      data-tentative={bar.certainty === 'tentative' || undefined}
      data-active={isActive || undefined}
      data-look={look}
      style={{
        left: (bar.start - scale.firstDay) * scale.dayWidth,
        width: Math.max(3, width),
      }}
    >
      {width > 22 ? (
        <span className={styles['bar-text']}>
          {isNamed ? <strong>{bar.work.name}</strong> : null}
          <span>{effortText(bar.effort)}</span>
        </span>
      ) : null}
      {bar.isEditable && width > 20 ? (
        <span className={styles['end']} data-part="start" data-side="start" />
      ) : null}
      {bar.isEditable ? <span className={styles['end']} data-part="end" data-side="end" /> : null}
    </span>
  );
});

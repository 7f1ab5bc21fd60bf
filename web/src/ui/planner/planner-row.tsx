import { IconChevronRight, IconDots } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { GanttScale } from '../gantt/gantt-scale.ts';
import { KindDot } from '../marks/kind-badge.tsx';
import styles from './planner.module.css';
import { PlannerBarView } from './planner-bar.tsx';
import type { PlannerFocus } from './planner-focus.ts';
import type { PlannerRow } from './planner-rows.ts';
import type { PlannerBar, PlannerLane } from './planner-types.ts';
import { barText } from './planner-words.ts';

type TreeRowProps = {
  readonly id: string;
  readonly row: PlannerRow;
  readonly index: number;
  readonly top: number;
  readonly focus: PlannerFocus | null;
  readonly isHot: boolean;
  /** Stands at the end of the line: what is free of it in view. */
  readonly figure: string;
  /** What the chart shows of the line, for those who hear it. */
  readonly heard: string;
  readonly mark: (lane: PlannerLane) => ReactNode;
};

/** One line beside the chart. Its cells and bars are painted elsewhere; the last cell says them. */
export const PlannerTreeRow = memo(function PlannerTreeRow(props: TreeRowProps) {
  const { id, row, index, focus } = props;
  const isFolded = row.kind === 'work' ? null : row.isFolded;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-level={row.kind === 'section' ? 1 : row.kind === 'lane' ? 2 : 3}
      aria-expanded={isFolded === null ? undefined : !isFolded}
      aria-selected={focus !== null}
      className={styles['row']}
      data-row={index}
      data-kind={row.kind}
      data-active={focus?.on}
      data-hot={props.isHot || undefined}
      style={{ top: props.top }}
    >
      <span role="gridcell" className={styles['name']}>
        <span className={styles['chevron']} data-fold={isFolded !== null || undefined} aria-hidden>
          {isFolded === null ? null : (
            <IconChevronRight size={14} style={{ rotate: isFolded ? '0deg' : '90deg' }} />
          )}
        </span>
        <RowName {...props} />
        <span className={styles['more']} data-more aria-hidden>
          <IconDots size={15} />
        </span>
      </span>
      <span role="gridcell" className={styles['figure']}>
        {props.figure}
      </span>
      <span role="gridcell" id={`${id}-chart`} className={styles['heard']}>
        {props.heard}
      </span>
    </div>
  );
});

function RowName({ row, mark }: TreeRowProps) {
  if (row.kind === 'section') {
    return (
      <span className={styles['section-name']}>
        {row.section.label} <span>{row.section.lanes.length}</span>
      </span>
    );
  }
  if (row.kind === 'lane') {
    return (
      <>
        {mark(row.lane)}
        <span className={styles['lane-name']}>{row.lane.name}</span>
        <span className={styles['detail']}>{row.lane.detail}</span>
      </>
    );
  }
  if (!row.isFirst) return null;
  return (
    <>
      <KindDot kind={row.work.tone} />
      <span className={styles['work-name']}>{row.work.name}</span>
      <span className={styles['detail']}>{row.work.detail}</span>
    </>
  );
}

type TrackRowProps = {
  readonly row: PlannerRow;
  readonly index: number;
  readonly top: number;
  readonly scale: GanttScale;
  readonly focus: PlannerFocus | null;
  readonly isHot: boolean;
  /** Bars to draw in place of the saved ones while an edit is under way. */
  readonly lookOf: (bar: PlannerBar) => 'plain' | 'left';
  /** A bar as the edit under way would have it, when it lies on this line. */
  readonly moved: readonly PlannerBar[];
};

/** The chart's side of a line. */
export const PlannerTrackRow = memo(function PlannerTrackRow(props: TrackRowProps) {
  const { row, index, scale, focus, lookOf, moved } = props;
  const bars = row.kind === 'section' ? [] : (row.bars ?? []);
  const isNamed = row.kind === 'lane';
  return (
    <div
      className={styles['track']}
      aria-hidden
      data-row={index}
      data-track
      data-kind={row.kind}
      data-active={focus?.on}
      data-hot={props.isHot || undefined}
      style={{ top: props.top }}
    >
      {bars.map((bar) => (
        <PlannerBarView
          key={bar.id}
          bar={bar}
          scale={scale}
          isNamed={isNamed}
          isActive={focus?.on === 'bar' && focus.barId === bar.id}
          look={lookOf(bar)}
        />
      ))}
      {moved.map((bar) => (
        <PlannerBarView
          key={`moved ${bar.id}`}
          bar={bar}
          scale={scale}
          isNamed={isNamed}
          isActive={false}
          look="moved"
        />
      ))}
    </div>
  );
});

/** What a line of bars shows, in words. */
export function barsText(bars: readonly PlannerBar[]): string {
  return bars.map(barText).join('; ');
}

import { memo } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './gantt-bars.module.css';
import { scenarioText } from './gantt-columns.ts';
import type { GanttLayers } from './gantt-drawing.ts';

import { GanttPieces } from './gantt-pieces.tsx';
import { extentOf, type GanttScale, xOf } from './gantt-scale.ts';
import type { GanttSpan, GanttTask } from './gantt-task.ts';

type GanttBarProps = {
  readonly task: GanttTask;
  readonly span: GanttSpan | null;
  /** Its stretches where it pauses. */
  readonly parts: readonly GanttSpan[];
  readonly scale: GanttScale;
  readonly layers: GanttLayers;
  /** Progress as it would be after the edit under way. */
  readonly progress: number;
  /** Its handles are shown. */
  readonly isHot: boolean;
  readonly isEditable: boolean;
  readonly isMoved: boolean;
  /** Pointed at with a finger, which covers more than a mouse. */
  readonly isCoarse: boolean;
};

/** What a line has on the chart: a bar, a bracket or a diamond, its points, who does it. */
export const GanttBar = memo(function GanttBar(props: GanttBarProps) {
  const { task, span, scale, layers } = props;
  return (
    <>
      {span ? <Shape {...props} span={span} /> : null}
      {task.points.map((point) => (
        <span
          key={point.key}
          className={joinClasses(styles['diamond'], styles['point'])}
          data-tone={task.tone}
          data-done={point.isDone || undefined}
          data-late={point.isLate || undefined}
          data-point={point.key}
          style={{ left: xOf(scale, point.at) }}
        />
      ))}
      {span ? <Beside task={task} span={span} scale={scale} hasPeople={layers.people} /> : null}
    </>
  );
});

type ShapeProps = GanttBarProps & { readonly span: GanttSpan };

function Shape(props: ShapeProps) {
  const { task, span, scale, progress, isHot, isEditable, isCoarse } = props;
  const { x, width } = extentOf(scale, span);
  const hasHandles = isHot && isEditable;
  if (task.kind === 'milestone') {
    return (
      <>
        <span
          className={styles['diamond']}
          {...marksOf(props)}
          data-done={progress === 1 || undefined}
          style={{ left: x }}
        />
        {hasHandles ? <LinkEnds left={x - 8} width={16} isCoarse={isCoarse} /> : null}
      </>
    );
  }
  if (props.parts.length > 1) {
    return (
      <>
        <GanttPieces
          extents={props.parts.map((part) => extentOf(scale, part))}
          left={x}
          width={width}
          marks={marksOf(props)}
          progress={progress}
          hasHandles={hasHandles}
        />
        {hasHandles ? <LinkEnds left={x} width={width} isCoarse={isCoarse} /> : null}
      </>
    );
  }
  return (
    <>
      <span
        className={styles[task.kind === 'summary' ? 'bracket' : 'bar']}
        {...marksOf(props)}
        style={{ left: x, width }}
      >
        {progress > 0 ? (
          <span className={styles['done']} style={{ width: `${progress * 100}%` }} />
        ) : null}
        {hasHandles ? <Handles progress={progress} isWide={width > 34} /> : null}
      </span>
      {hasHandles ? <LinkEnds left={x} width={width} isCoarse={isCoarse} /> : null}
    </>
  );
}

/** What a shape is and how it stands, for its colours and for the pointer. */
function marksOf({ task, layers, isMoved, isEditable }: ShapeProps) {
  return {
    'data-shape': task.kind,
    'data-tone': task.tone,
    'data-critical': (layers.critical && task.isCritical) || undefined,
    'data-late': task.isLate || undefined,
    'data-moved': isMoved || undefined,
    'data-part': isEditable ? 'whole' : undefined,
  };
}

function Handles({ progress, isWide }: { readonly progress: number; readonly isWide: boolean }) {
  return (
    <>
      {isWide ? <span className={styles['end']} data-part="start" data-side="start" /> : null}
      <span className={styles['end']} data-part="finish" data-side="finish" />
      {isWide ? (
        <span
          className={styles['progress']}
          data-part="progress"
          style={{ left: `${progress * 100}%` }}
        />
      ) : null}
    </>
  );
}

type LinkEndsProps = {
  readonly left: number;
  readonly width: number;
  readonly isCoarse: boolean;
};

/** Where a link is drawn from, on either side of a bar. */
function LinkEnds({ left, width, isCoarse }: LinkEndsProps) {
  const away = isCoarse ? 30 : 9;
  return (
    <>
      <span className={styles['link-end']} data-part="link-start" style={{ left: left - away }} />
      <span
        className={styles['link-end']}
        data-part="link-finish"
        style={{ left: left + width + away }}
      />
    </>
  );
}

type BesideProps = Pick<GanttBarProps, 'task' | 'scale'> & {
  readonly span: GanttSpan;
  readonly hasPeople: boolean;
};

/** To the right of a bar: how much later it ends in a scenario, and who does it. */
function Beside({ task, span, scale, hasPeople }: BesideProps) {
  const people = hasPeople ? task.resources.join(', ') : '';
  const later = scenarioText(task);
  if (people === '' && later === '') return null;
  const gap = task.kind === 'task' ? 12 : 15;
  // Beyond a diamond that lies after the bar, and beyond the bar of the scenario.
  const scenarioEnd = task.scenario?.finish ?? span.finish;
  const end = task.points.reduce(
    (last, { at }) => Math.max(last, at),
    Math.max(span.finish, scenarioEnd),
  );
  return (
    <span className={styles['beside']} style={{ left: xOf(scale, end) + gap }}>
      {later === '' ? null : <span className={styles['later']}>{later}</span>}
      {people}
    </span>
  );
}

import { IconChevronRight, IconDots, IconEye } from '@tabler/icons-react';
import { memo } from 'react';
import { AppLink } from '../navigation/app-link.tsx';
import { GanttBar } from './gantt-bar.tsx';
import { dayText, scenarioText, spanText } from './gantt-columns.ts';
import type { GanttLayers } from './gantt-drawing.ts';
import styles from './gantt-lines.module.css';
import type { GanttScale } from './gantt-scale.ts';
import type { GanttSpan, GanttTask } from './gantt-task.ts';
import { isMissed } from './paint-gantt.ts';
import type { GanttLayout } from './use-gantt-layout.ts';

type SharedProps = {
  readonly id: string;
  readonly task: GanttTask;
  readonly span: GanttSpan | null;
  /** Its stretches where it pauses. */
  readonly parts: readonly GanttSpan[];
  /** Place among the lines. */
  readonly row: number;
  readonly top: number;
  /** Which part of the line the keys act on. */
  readonly active: 'line' | 'bar' | null;
  readonly isHot: boolean;
  readonly isMoved: boolean;
  readonly isTarget: boolean;
  /** As it would be after the edit under way. */
  readonly progress: number;
};

type TreeRowProps = SharedProps & {
  readonly number: string;
  readonly predecessors: string;
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isFolded: boolean;
  readonly columns: GanttLayout['columns'];
};

type BarRowProps = SharedProps & {
  readonly isEditable: boolean;
  readonly isCoarse: boolean;
  readonly scale: GanttScale;
  readonly layers: GanttLayers;
};

/**
 * One line in the table. Its bar is drawn elsewhere, since the table stays in view as a whole: for
 * those who hear the chart the line's last cell says what the bar shows.
 */
export const TreeRow = memo(function TreeRow(props: TreeRowProps) {
  const { id, task, row, hasChildren, active } = props;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={row + 2}
      aria-level={props.depth + 1}
      aria-expanded={hasChildren ? !props.isFolded : undefined}
      aria-selected={active !== null}
      className={styles['row']}
      data-row={row}
      data-active={active ?? undefined}
      data-hot={props.isHot || undefined}
      data-target={props.isTarget || undefined}
      data-kind={task.kind}
      style={{ top: props.top }}
    >
      <TreeCells {...props} />
      <span role="gridcell" id={`${id}-bar`} className={styles['heard']}>
        {barText(props)}
      </span>
    </div>
  );
});

/** The chart's side of a line. */
export const BarRow = memo(function BarRow(props: BarRowProps) {
  const { task, span, parts, active } = props;
  return (
    <div
      className={styles['track']}
      aria-hidden
      data-row={props.row}
      data-active={active ?? undefined}
      data-hot={props.isHot || undefined}
      data-target={props.isTarget || undefined}
      style={{ top: props.top }}
    >
      <GanttBar
        task={task}
        span={span}
        parts={parts}
        scale={props.scale}
        layers={props.layers}
        progress={props.progress}
        isHot={props.isHot || active === 'bar'}
        isEditable={props.isEditable}
        isMoved={props.isMoved}
        isCoarse={props.isCoarse}
      />
    </div>
  );
});

function TreeCells(props: TreeRowProps) {
  const { task, columns, isMoved } = props;
  return columns.map((column) =>
    column.id === 'name' ? (
      <NameCell key="name" {...props} width={column.width} />
    ) : (
      <span
        key={column.id}
        role="gridcell"
        className={styles['cell']}
        data-number={column.isNumber || undefined}
        data-late={(column.id === 'finish' && task.isLate) || undefined}
        data-moved={(isMoved && isDateColumn(column.id)) || undefined}
        style={{ width: column.width }}
      >
        {column.text(props)}
      </span>
    ),
  );
}

function NameCell(props: TreeRowProps & { readonly width: number }) {
  const { task, depth, hasChildren, isFolded } = props;
  return (
    <span
      role="gridcell"
      className={styles['name']}
      style={{ width: props.width, paddingLeft: 10 + depth * 16 }}
    >
      <span className={styles['chevron']} data-fold={hasChildren || undefined} aria-hidden>
        {hasChildren ? (
          <IconChevronRight size={14} style={{ rotate: isFolded ? '0deg' : '90deg' }} />
        ) : null}
      </span>
      {task.href ? (
        <AppLink href={task.href} tabIndex={-1} className={styles['name-text'] ?? ''}>
          {task.name}
        </AppLink>
      ) : (
        <span className={styles['name-text']}>{task.name}</span>
      )}
      {task.flag?.isOn ? (
        <IconEye
          size={14}
          className={styles['flag'] ?? ''}
          role="img"
          aria-label={task.flag.label}
        />
      ) : null}
      <span className={styles['more']} data-more aria-hidden>
        <IconDots size={15} />
      </span>
    </span>
  );
}

function isDateColumn(id: string): boolean {
  return id === 'start' || id === 'finish' || id === 'slip';
}

function barText({ task, span, parts, progress }: TreeRowProps): string {
  if (!span) return 'No dates yet';
  const words = [
    spanText(span),
    parts.length > 1 ? `in ${parts.length} parts: ${parts.map(spanText).join('; ')}` : '',
    progress > 0 ? `${Math.round(progress * 100)} % done` : '',
    task.isCritical ? 'critical' : '',
    task.isLate ? 'late' : '',
    task.slackUntil !== null && progress < 1 ? `may slip until ${dayText(task.slackUntil)}` : '',
    task.deadline === null
      ? ''
      : `deadline ${dayText(task.deadline)}${isMissed(task, span) ? ', missed' : ''}`,
    progress < 1 ? (task.constraint?.text ?? '') : '',
    task.baseline ? `baseline ${spanText(task.baseline)}` : '',
    task.scenario ? `in the scenario ${spanText(task.scenario)}, ${scenarioText(task)}` : '',
    task.note ?? '',
    task.resources.join(', '),
  ];
  return words.filter(Boolean).join(', ');
}

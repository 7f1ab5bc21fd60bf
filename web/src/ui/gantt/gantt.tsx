import { useMediaQuery } from '@mantine/hooks';
import { type CSSProperties, type ReactNode, useId, useLayoutEffect, useMemo } from 'react';
import { useSteady } from '../near/use-steady.ts';
import styles from './gantt.module.css';
import { GanttCanvas } from './gantt-canvas.tsx';
import { GanttHead } from './gantt-head.tsx';
import { GanttLines } from './gantt-lines.tsx';
import { footRoom, headHeight, measuresOf } from './gantt-measures.ts';
import { GanttMenu } from './gantt-menu.tsx';
import { GanttNothing } from './gantt-nothing.tsx';
import { ganttPaper } from './gantt-paper.ts';
import { GanttPrint } from './gantt-print.tsx';
import { dayMinutes, type WorkingHours } from './gantt-scale.ts';
import { GanttSplitter } from './gantt-splitter.tsx';
import { GanttStatus, LinkRubber } from './gantt-status.tsx';
import type { GanttLink, GanttTask } from './gantt-task.ts';
import { GanttTip, useGanttTip } from './gantt-tip.tsx';
import { type GanttHistory, GanttToolbar } from './gantt-toolbar.tsx';
import { pauseOn, useGanttActs } from './use-gantt-acts.ts';
import { type GanttCommit, type GanttPreview, useGanttDraft } from './use-gantt-draft.ts';
import { useGanttLayout } from './use-gantt-layout.ts';
import { useGanttModel } from './use-gantt-model.ts';
import { useGanttFrame, useGanttView } from './use-gantt-view.ts';

export type GanttProps = {
  readonly label: string;
  /** In plan order; children need not stand behind their parent. */
  readonly tasks: readonly GanttTask[];
  readonly links: readonly GanttLink[];
  /** Minutes since 1970-01-01T00:00 on the plan's wall clock. */
  readonly now: number;
  /** Whether a day (by its number) is worked; Monday to Friday when missing. */
  readonly isWorking?: (day: number) => boolean;
  readonly hours?: WorkingHours;
  /** The least step of an edit, in minutes; whole days when missing. */
  readonly finestStep?: number;
  /** Under which the columns are remembered on this device. */
  readonly layoutKey: string;
  /** What is folded is opened line by line: for a portfolio. */
  readonly startsFolded?: boolean;
  /** What an edit would lead to; without it only the edited task moves. */
  readonly preview?: GanttPreview;
  /** Saves an edit; without it the chart is only looked at. */
  readonly onEdit?: GanttCommit;
  /** What was done and can be taken back; with `onEdit`. */
  readonly history?: GanttHistory;
  /** Switches the flag of a line, by the menu or the key v. */
  readonly onFlip?: (id: string) => void;
  /** What the page adds to the tools. */
  readonly tools?: ReactNode;
  /** Title of what is printed, and name of files, without ending. */
  readonly fileName: string;
};

const plainHours: WorkingHours = { from: 8 * 60, to: 17 * 60 };

/** A plan as a table and as bars over time; every drag has a twin in keys and in the menu of a line. */
export function Gantt(props: GanttProps) {
  const { isWorking = isWeekday, hours = plainHours, finestStep = dayMinutes, onEdit } = props;
  const idBase = useId();
  const isCoarse = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const measures = useMemo(() => measuresOf(isCoarse), [isCoarse]);
  const model = useGanttModel(props);
  const { outline, rows } = model;
  const frame = useGanttFrame();
  const layout = useGanttLayout(props.layoutKey, frame.width);
  const view = useGanttView({
    frame,
    range: model.range,
    work: model.work,
    hours,
    now: props.now,
    rowHeight: measures.row,
    treeWidth: layout.treeWidth,
    firstRow: model.workRow,
  });
  const tip = useGanttTip(frame.scroller);
  const drafting = useGanttDraft(props.preview, onEdit);
  const acts = useGanttActs({
    idBase,
    model,
    view,
    frame,
    drafting,
    treeWidth: layout.treeWidth,
    rowHeight: measures.row,
    isCoarse,
    isEditable: onEdit !== undefined,
    finestStep,
    isWorking,
    now: props.now,
    history: props.history,
    onFlip: props.onFlip,
  });
  const drawing = model.drawing({ scale: view.scale, measures, isWorking, draft: drafting.draft });
  const paper = ganttPaper({
    title: props.fileName,
    drawing,
    range: model.range,
    layout,
    predecessors: model.predecessors,
  });
  const calls = useSteady({
    showToday: () => view.showInstant(props.now),
    foldAll: model.foldAll,
    print: () => window.print(),
    picture: () => void paper.savePicture(),
    found: () => acts.goTo(model.foundRow()),
  });
  // At the foot room for what is said of an edit, which would cover the last line.
  const foot = onEdit ? footRoom : 0;
  const sheetHeight = headHeight + rows.shown.length * measures.row + foot;
  const sheetWidth = layout.treeWidth + view.scale.days * view.scale.dayWidth;
  return (
    <div className={styles['gantt']} style={frameStyle(layout, measures)}>
      <GanttToolbar
        layout={layout}
        layers={model.layers}
        onLayers={model.setLayers}
        filter={model.filter}
        onFilter={model.setFilter}
        sought={model.sought}
        onSought={model.setSought}
        onFound={calls.found}
        history={props.history}
        isEditable={onEdit !== undefined}
        zoomBy={view.zoomBy}
        fit={view.fit}
        showToday={calls.showToday}
        foldAll={calls.foldAll}
        onPrint={calls.print}
        onPicture={calls.picture}
      >
        {props.tools}
      </GanttToolbar>
      <div className={styles['stage']}>
        <div
          ref={frame.setScroller}
          role="treegrid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={rows.shown.length + 1}
          aria-colcount={layout.columns.length + 1}
          aria-activedescendant={acts.activeId}
          className={styles['frame']}
          data-linking={acts.linkFrom !== null || undefined}
          {...acts.handlers}
          {...tip.handlers}
        >
          <div className={styles['sheet']} style={{ width: sheetWidth, height: sheetHeight }}>
            <GanttAnchor place={view.place} />
            <GanttHead layout={layout} view={view} frame={frame} now={props.now} />
            <GanttCanvas
              drawing={drawing}
              scroller={frame.scroller}
              size={view.size}
              treeWidth={layout.treeWidth}
            />
            <GanttLines
              idBase={idBase}
              drawing={drawing}
              frame={frame}
              size={view.size}
              predecessors={model.predecessors}
              folded={model.folded}
              layout={layout}
              active={acts.active}
              draft={drafting.draft}
              isEditable={onEdit !== undefined}
              isCoarse={isCoarse}
            />
          </div>
        </div>
        {rows.shown.length === 0 ? (
          <GanttNothing filter={model.filter} sought={model.sought} />
        ) : null}
        <GanttSplitter layout={layout} />
        <GanttStatus
          draft={drafting.draft}
          outline={outline}
          byKeys={acts.byKeys.current}
          isHourly={view.scale.isHourly}
          isHigh={isLow(acts.active?.row ?? -1, { frame, rowHeight: measures.row })}
          linkFrom={acts.linkFrom?.name ?? null}
        />
      </div>
      <GanttPrint label={props.label} pages={paper.pages} />
      <LinkRubber line={acts.line} />
      {/* What is done to a bar is said at the foot; its card would be in the way. */}
      {drafting.draft || acts.menu ? null : (
        <GanttTip rested={tip.rested} taskOnRow={acts.taskOnRow} isHourly={view.scale.isHourly} />
      )}
      {acts.menu ? (
        <GanttMenu
          open={acts.menu}
          onClose={acts.closeMenu}
          predecessors={model.predecessorsOf(acts.menu.task.id)}
          isWorking={isWorking}
          pauseAt={(minute) => pauseOn({ view, finestStep, isWorking }, minute)}
          act={onEdit ? drafting.act : undefined}
          startLink={acts.startLink}
          flip={props.onFlip}
          showBar={() => acts.menu?.task.span && view.showInstant(acts.menu.task.span.start)}
        />
      ) : null}
    </div>
  );
}

/**
 * Keeps in place what a zoom is about. First in the sheet, so that what comes after it looks at, and
 * paints, the right place.
 */
function GanttAnchor({ place }: { readonly place: () => void }) {
  useLayoutEffect(place, [place]);
  return null;
}

type Lows = {
  readonly frame: { readonly scroller: HTMLElement | null };
  readonly rowHeight: number;
};

/** Whether a line lies where, at the foot of the chart, the edit under way is said. */
function isLow(row: number, { frame: { scroller }, rowHeight }: Lows): boolean {
  if (!scroller || row < 0) return false;
  const bottom = headHeight + (row + 1) * rowHeight - scroller.scrollTop;
  return bottom > scroller.clientHeight - footRoom;
}

function isWeekday(day: number): boolean {
  // Day 0, 1970-01-01, was a Thursday.
  return (((day + 3) % 7) + 7) % 7 < 5;
}

type StyleInput = { readonly treeWidth: number; readonly columnsWidth: number };

function frameStyle(
  { treeWidth, columnsWidth }: StyleInput,
  { row, barTop, bar }: ReturnType<typeof measuresOf>,
): CSSProperties {
  const custom = {
    '--gantt-tree': `${treeWidth}px`,
    '--gantt-columns': `${columnsWidth}px`,
    '--gantt-row': `${row}px`,
    '--gantt-bar-top': `${barTop}px`,
    '--gantt-bar': `${bar}px`,
  };
  // React passes custom properties on; its type does not know them.
  return custom as CSSProperties;
}

import { useMediaQuery } from '@mantine/hooks';
import {
  type CSSProperties,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import ganttStyles from '../gantt/gantt.module.css';
import { useTokenColours } from '../gantt/gantt-colours.ts';
import { headHeight, measuresOf } from '../gantt/gantt-measures.ts';
import { dayMinutes } from '../gantt/gantt-scale.ts';
import { GanttSplitter } from '../gantt/gantt-splitter.tsx';
import type { Region } from '../gantt/paint-gantt.ts';
import { useGanttFrame, useGanttView } from '../gantt/use-gantt-view.ts';
import { ViewportCanvas } from '../gantt/viewport-canvas.tsx';
import { useSteady } from '../near/use-steady.ts';
import { paintPlanner, plannerTokens } from './paint-planner.ts';
import type { CellNumber, PlannerDrawing } from './planner-drawing.ts';
import { focusOn } from './planner-focus.ts';
import {
  cellAt,
  grainOf,
  grainWidths,
  narrowestPlannerDay,
  type PlannerGrain,
  widestPlannerDay,
} from './planner-grain.ts';
import { PlannerHead } from './planner-head.tsx';
import { PlannerHoverCard, usePlannerHover } from './planner-hover.tsx';
import { PlannerLines } from './planner-lines.tsx';
import { PlannerMarks } from './planner-marks.tsx';
import { PlannerMenu } from './planner-menu.tsx';
import { PlannerStatus } from './planner-status.tsx';
import { PlannerToolbar } from './planner-toolbar.tsx';
import type {
  DayRange,
  PlannerBar,
  PlannerEdit,
  PlannerLane,
  PlannerSection,
} from './planner-types.ts';
import { type PlannerCalls, usePlannerActs } from './use-planner-acts.ts';
import { usePlannerDraft } from './use-planner-draft.ts';
import { usePlannerModel } from './use-planner-model.ts';
import { dayAt, onTrack, rowUnder } from './use-planner-pointer.ts';
import { useDaysInView, useTreeWidth } from './use-planner-view.ts';

export type PlannerProps = PlannerCalls & {
  readonly label: string;
  readonly sections: readonly PlannerSection[];
  readonly bars: readonly PlannerBar[];
  readonly range: DayRange;
  /** By its number, as all days here. */
  readonly today: number;
  /** Whether the firm works on a day. */
  readonly isWorking: (day: number) => boolean;
  readonly number: CellNumber;
  readonly onNumber: (number: CellNumber) => void;
  readonly firstGrain: PlannerGrain;
  readonly onGrain: (grain: PlannerGrain) => void;
  /** Saves an edit; settled once what is shown is what was saved. */
  readonly onEdit: (edit: PlannerEdit) => Promise<void>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Days to go to; another object goes there again. */
  readonly target: { readonly laneId: string; readonly day: number } | null;
  /** What stands before a name. */
  readonly mark: (lane: PlannerLane) => ReactNode;
  /** What is known of some days of a lane. */
  readonly renderDays: (laneId: string, days: { from: number; to: number }) => ReactNode;
  readonly figureLabel: string;
  readonly figureOf: (minutes: number) => string;
  readonly tools?: ReactNode;
  readonly settings?: ReactNode;
};

const wholeDay = { from: 0, to: dayMinutes };
const widths = [narrowestPlannerDay, widestPlannerDay] as const;

/** People over time: how full their days are, and what fills them. Every drag has a twin in keys and menus. */
export function Planner(props: PlannerProps) {
  const { range, today, isWorking, number } = props;
  const idBase = useId();
  const isCoarse = useMediaQuery('(pointer: coarse)', false, { getInitialValueInEffect: false });
  const { row: rowHeight } = useMemo(() => measuresOf(isCoarse), [isCoarse]);
  const frame = useGanttFrame();
  const tree = useTreeWidth(frame.width);
  const drafting = usePlannerDraft(props.onAdd ? props.onEdit : undefined);
  const edit = drafting.draft?.edit ?? null;
  const model = usePlannerModel({ sections: props.sections, bars: props.bars, range, draft: edit });
  const now = today * dayMinutes + dayMinutes / 2;
  const known = useMemo(() => ({ first: range.first, last: range.last + 1 }), [range]);
  const view = useGanttView({
    frame,
    range: known,
    hours: wholeDay,
    now,
    rowHeight,
    treeWidth: tree.treeWidth,
    firstWidth: grainWidths[props.firstGrain],
    widths,
    room: 0,
  });
  const { scale } = view;
  const grain = grainOf(scale.dayWidth);
  const { onGrain } = props;
  useEffect(() => onGrain(grain), [grain, onGrain]);
  const inView = useDaysInView(frame, view, tree.treeWidth);
  const acts = usePlannerActs({
    idBase,
    model,
    view,
    frame,
    drafting,
    grain,
    treeWidth: tree.treeWidth,
    rowHeight,
    today,
    isWorking,
    calls: props,
  });
  useTarget(props.target, (laneId, day) => {
    const row = model.rows.find(({ key }) => key === laneId);
    if (row) acts.go(focusOn(row, day, grain));
  });
  const { rows, loadOf } = model;
  const drawing = useMemo(
    () => ({ scale, grain, rowHeight, rows, loadOf, number, today, isWorking }),
    [scale, grain, rowHeight, rows, loadOf, number, today, isWorking],
  );
  const hover = usePlannerHover(frame, (event) =>
    hoveredDays(event, drawing, frame.scroller, tree),
  );
  const calls = useSteady({
    showToday: () => view.showInstant(now),
    toGrain: (next: PlannerGrain) => view.zoomBy(grainWidths[next] / scale.dayWidth),
  });
  const sheet = { width: scale.days * scale.dayWidth, height: rows.length * rowHeight };
  return (
    <div className={ganttStyles['gantt']} style={frameStyle(tree.treeWidth, rowHeight)}>
      <PlannerToolbar
        grain={grain}
        onGrain={calls.toGrain}
        zoomBy={view.zoomBy}
        showToday={calls.showToday}
        foldAll={model.foldAll}
        number={number}
        onNumber={props.onNumber}
        isEditable={props.onAdd !== undefined}
        canUndo={props.canUndo}
        canRedo={props.canRedo}
        onUndo={props.onUndo}
        onRedo={props.onRedo}
        settings={props.settings}
      >
        {props.tools}
      </PlannerToolbar>
      <div className={ganttStyles['stage']}>
        <div
          ref={frame.setScroller}
          role="treegrid"
          tabIndex={0}
          aria-label={props.label}
          aria-rowcount={rows.length + 1}
          aria-colcount={3}
          aria-activedescendant={acts.activeId}
          className={ganttStyles['frame']}
          {...acts.handlers}
          {...hover.handlers}
        >
          <div
            className={ganttStyles['sheet']}
            style={{ width: tree.treeWidth + sheet.width, height: headHeight + sheet.height }}
          >
            <Anchor place={view.place} />
            <PlannerHead view={view} frame={frame} now={now} figure={props.figureLabel} />
            <PlannerCanvas
              drawing={drawing}
              sheet={sheet}
              scroller={frame.scroller}
              size={view.size}
              treeWidth={tree.treeWidth}
            />
            <PlannerLines
              idBase={idBase}
              drawing={drawing}
              frame={frame}
              size={view.size}
              focus={acts.focus}
              edit={edit}
              inView={inView}
              barOf={model.barOf}
              figureOf={props.figureOf}
              mark={props.mark}
            >
              <PlannerMarks drawing={drawing} focus={acts.focus} drawn={acts.drawn} />
            </PlannerLines>
          </div>
        </div>
        <GanttSplitter layout={tree} />
        <PlannerStatus draft={drafting.draft} model={model} />
      </div>
      {hover.hovered && !edit && !acts.menu && !acts.drawn ? (
        <PlannerHoverCard days={hover.hovered}>
          {props.renderDays(hover.hovered.laneId, hover.hovered)}
        </PlannerHoverCard>
      ) : null}
      {acts.menu ? (
        <PlannerMenu
          open={acts.menu}
          onClose={acts.closeMenu}
          bar={acts.menu.focus.on === 'bar' ? model.barOf(acts.menu.focus.barId) : undefined}
          isEditable={props.onAdd !== undefined}
          isWorking={isWorking}
          run={acts.run}
          inView={inView}
        />
      ) : null}
    </div>
  );
}

type CanvasProps = {
  readonly drawing: PlannerDrawing;
  readonly sheet: { readonly width: number; readonly height: number };
  readonly scroller: HTMLElement | null;
  readonly size: { readonly width: number; readonly height: number };
  readonly treeWidth: number;
};

function PlannerCanvas({ drawing, ...place }: CanvasProps) {
  const colours = useTokenColours(plannerTokens);
  const paint = useCallback(
    (context: CanvasRenderingContext2D, region: Region) =>
      paintPlanner({ context, drawing, colours }, region),
    [drawing, colours],
  );
  return <ViewportCanvas paint={paint} {...place} />;
}

/** Keeps in place what a zoom is about; first in the sheet, so that all else finds the right place. */
function Anchor({ place }: { readonly place: () => void }) {
  useLayoutEffect(place, [place]);
  return null;
}

function useTarget(
  target: PlannerProps['target'],
  goTo: (laneId: string, day: number) => void,
): void {
  const steady = useSteady({ goTo });
  const [seen, setSeen] = useState<PlannerProps['target']>(null);
  useEffect(() => {
    if (!target || target === seen) return;
    setSeen(target);
    steady.goTo(target.laneId, target.day);
  }, [target, seen, steady]);
}

function hoveredDays(
  event: PointerEvent,
  { rows, scale, grain }: PlannerDrawing,
  scroller: HTMLElement | null,
  { treeWidth }: { readonly treeWidth: number },
) {
  const row = onTrack(event.target) ? rowUnder(event.target, rows) : undefined;
  if (!scroller || row?.kind !== 'lane' || row.bars !== null) return null;
  const days = cellAt(grain, dayAt(event.clientX, { scroller, scale, treeWidth }));
  const box = scroller.getBoundingClientRect();
  const left = (days.from - scale.firstDay) * scale.dayWidth - scroller.scrollLeft;
  const top = event.target instanceof Element ? event.target.getBoundingClientRect().bottom : 0;
  return { laneId: row.lane.id, ...days, x: box.left + treeWidth + Math.max(0, left), y: top + 4 };
}

function frameStyle(treeWidth: number, rowHeight: number): CSSProperties {
  const custom = {
    '--gantt-tree': `${treeWidth}px`,
    '--gantt-columns': `${treeWidth}px`,
    '--gantt-row': `${rowHeight}px`,
  };
  // React passes custom properties on; its type does not know them.
  return custom as CSSProperties;
}

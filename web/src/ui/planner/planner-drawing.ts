import type { GanttScale } from '../gantt/gantt-scale.ts';
import type { LaneLoad } from './lane-load.ts';
import type { PlannerGrain } from './planner-grain.ts';
import type { PlannerRow } from './planner-rows.ts';

/** Which number stands in a cell. */
export const cellNumbers = ['allocated', 'free', 'share'] as const;
export type CellNumber = (typeof cellNumbers)[number];

/** Everything the canvas needs to paint a part of the planner. */
export type PlannerDrawing = {
  readonly scale: GanttScale;
  readonly grain: PlannerGrain;
  readonly rowHeight: number;
  readonly rows: readonly PlannerRow[];
  readonly loadOf: (laneId: string) => LaneLoad;
  readonly number: CellNumber;
  readonly today: number;
  readonly isWorking: (day: number) => boolean;
};

import { cellAt, type PlannerGrain } from './planner-grain.ts';
import type { PlannerRow } from './planner-rows.ts';
import type { PlannerBar, PlannerEdit, PlannerGap } from './planner-types.ts';

/** What keys act on: a line's name, days of a line from where the choice began to where it is, a bar. */
export type PlannerFocus =
  | { readonly rowKey: string; readonly on: 'line' }
  | { readonly rowKey: string; readonly on: 'days'; readonly from: number; readonly to: number }
  | { readonly rowKey: string; readonly on: 'bar'; readonly barId: string };

/** What the arrows do to the bar in focus until Enter or Escape. */
export type PlannerMode = { readonly kind: 'place' | 'copy' | 'split'; readonly barId: string };

/** What a key, a click or an item of a menu asks for. */
export type PlannerAct =
  | { readonly act: 'go'; readonly focus: PlannerFocus }
  | { readonly act: 'fold'; readonly rowKey: string; readonly isFolded: boolean }
  | { readonly act: 'propose'; readonly edit: PlannerEdit }
  | { readonly act: 'begin'; readonly mode: PlannerMode; readonly edit: PlannerEdit }
  | { readonly act: 'edit'; readonly edit: PlannerEdit }
  | { readonly act: 'save' }
  | { readonly act: 'let-go' }
  | { readonly act: 'open'; readonly barId: string }
  | { readonly act: 'fill'; readonly barId: string }
  | { readonly act: 'look'; readonly laneId: string; readonly from: number; readonly to: number }
  | { readonly act: 'add'; readonly gap: PlannerGap }
  | { readonly act: 'clash'; readonly laneId: string; readonly after: number }
  | { readonly act: 'menu' }
  | { readonly act: 'undo' }
  | { readonly act: 'redo' }
  | { readonly act: 'today' }
  | { readonly act: 'zoom'; readonly factor: number };

/** First and last day of a choice, whichever way it was made. */
export function daysOf(focus: Extract<PlannerFocus, { on: 'days' }>): {
  readonly from: number;
  readonly to: number;
} {
  return { from: Math.min(focus.from, focus.to), to: Math.max(focus.from, focus.to) };
}

/** The day that a focus is about; null for a line's name. */
export function dayOf(focus: PlannerFocus, bars: readonly PlannerBar[]): number | null {
  if (focus.on === 'line') return null;
  if (focus.on === 'days') return focus.to;
  return bars.find(({ id }) => id === focus.barId)?.start ?? null;
}

/** The focus on a line for a day: its nearest bar, or the days of its cell; null day: its name. */
export function focusOn(row: PlannerRow, day: number | null, grain: PlannerGrain): PlannerFocus {
  if (row.kind === 'section' || day === null) return { rowKey: row.key, on: 'line' };
  if (row.bars === null) {
    const { from, to } = cellAt(grain, day);
    return { rowKey: row.key, on: 'days', from, to };
  }
  const bar = nearestBar(row.bars, day);
  return bar ? { rowKey: row.key, on: 'bar', barId: bar.id } : { rowKey: row.key, on: 'line' };
}

/** The bar that a day lies in, or that lies nearest to it. */
export function nearestBar(bars: readonly PlannerBar[], day: number): PlannerBar | undefined {
  const distance = ({ start, end }: PlannerBar) => Math.max(0, start - day, day - end);
  return bars.toSorted((a, b) => distance(a) - distance(b))[0];
}

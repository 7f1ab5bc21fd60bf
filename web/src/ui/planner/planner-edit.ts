import { mondayOf } from '../gantt/gantt-scale.ts';
import { cellAt, type PlannerGrain, type Stretch } from './planner-grain.ts';
import type { Place, PlannerBar, PlannerEdit } from './planner-types.ts';

/** What of a bar is taken hold of. */
export type BarPart = 'whole' | 'start' | 'end';

export type IsWorking = (day: number) => boolean;

/**
 * A bar moved by so many days. It begins on a working day again and keeps its number of working days:
 * four days from Wednesday on, moved by one, end on Tuesday and not on a Sunday.
 */
export function movedDays({ start, end }: Stretched, by: number, isWorking: IsWorking): Stretched {
  if (by === 0) return { start, end };
  const worked = countWorking(start, end, isWorking);
  if (worked === 0) return { start: start + by, end: end + by };
  const begin = workingDay(start + by, Math.sign(by), isWorking);
  let last = begin;
  for (let left = worked - 1; left > 0; ) {
    last += 1;
    if (isWorking(last)) left -= 1;
  }
  return { start: begin, end: last };
}

/** An end of a bar moved by so many days; a bar keeps a day at least. */
export function stretchedDays({ start, end }: Stretched, part: BarPart, by: number): Stretched {
  if (part === 'start') return { start: Math.min(start + by, end), end };
  return { start, end: Math.max(end + by, start) };
}

/** As `stretchedDays`, but on over days that are not worked. */
export function steppedEnd(span: Stretched, part: BarPart, input: Step): Stretched {
  const { by, isWorking } = input;
  for (let extra = 0; Math.abs(extra) <= 14; extra += Math.sign(by)) {
    const next = stretchedDays(span, part, by + extra);
    if (isWorking(part === 'start' ? next.start : next.end)) return next;
  }
  return stretchedDays(span, part, by);
}

type Step = { readonly by: number; readonly isWorking: IsWorking };
type Stretched = { readonly start: number; readonly end: number };

type Drag = {
  readonly part: BarPart;
  /** Days that the pointer has gone, not whole. */
  readonly days: number;
  readonly grain: PlannerGrain;
  readonly isWorking: IsWorking;
};

/** Where a drag puts a bar: by days, from afar by weeks. */
export function draggedBar(bar: Stretched, { part, days, grain, isWorking }: Drag): Stretched {
  const step = grain === 'month' ? 7 : 1;
  const by = Math.round(days / step) * step;
  return part === 'whole' ? movedDays(bar, by, isWorking) : stretchedDays(bar, part, by);
}

/** The days that a drag over nothing chooses: whole cells, from their first to their last working day. */
export function chosenDays(
  { from, to }: Stretch,
  grain: PlannerGrain,
  isWorking: IsWorking,
): Stretched {
  const start = cellAt(grain, Math.min(from, to)).from;
  const end = cellAt(grain, Math.max(from, to)).to;
  const begin = workingDay(start, 1, isWorking);
  const last = workingDay(end, -1, isWorking);
  return begin <= last ? { start: begin, end: last } : { start, end };
}

/** The day on which a bar is split when no other is named: the Monday nearest to its middle. */
export function middleOf({ start, end }: Stretched): number | null {
  if (start === end) return null;
  const middle = Math.round((start + end + 1) / 2);
  const monday = mondayOf(middle + 3);
  return monday > start && monday <= end ? monday : middle;
}

/** Where a bar may be split: both parts keep a day at least. */
export function splitDay({ start, end }: Stretched, at: number): number | null {
  return start === end ? null : Math.min(end, Math.max(start + 1, at));
}

/** The bars as an edit would leave them. What the edit makes is named `new`. */
export function editedBars(bars: readonly PlannerBar[], edit: PlannerEdit): readonly PlannerBar[] {
  const bar = bars.find(({ id }) => id === edit.id);
  if (!bar) return bars;
  const replaced = (...by: readonly PlannerBar[]) =>
    bars.flatMap((other) => (other === bar ? by : [other]));
  switch (edit.kind) {
    case 'place':
      return replaced({ ...bar, ...placeOf(edit) });
    case 'copy':
      return replaced(bar, { ...bar, ...placeOf(edit), id: 'new' });
    case 'split':
      return replaced({ ...bar, end: edit.at - 1 }, { ...bar, start: edit.at, id: 'new' });
    case 'certainty':
      return replaced({ ...bar, certainty: edit.certainty });
    case 'remove':
      return replaced();
  }
}

function placeOf({ laneId, start, end }: Place): Place {
  return { laneId, start, end };
}

function countWorking(start: number, end: number, isWorking: IsWorking): number {
  let count = 0;
  for (let day = start; day <= end; day += 1) if (isWorking(day)) count += 1;
  return count;
}

/** The nearest working day from a day on, in a direction; the day itself when none is near. */
function workingDay(day: number, direction: number, isWorking: IsWorking): number {
  for (let away = 0; away <= 14; away += 1) {
    if (isWorking(day + away * direction)) return day + away * direction;
  }
  return day;
}

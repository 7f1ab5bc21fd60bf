import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  dayNumber,
  monthOf,
  monthStart,
} from '@evenkeel/core/calendar-date';
import { scaleLinear } from 'd3-scale';

/** A value on a day. */
export type ChartPoint = { readonly on: CalendarDate; readonly value: number };

export type ChartFrame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type ChartScale = {
  readonly x: (day: CalendarDate) => number;
  readonly y: (value: number) => number;
  readonly dayAt: (x: number) => number;
  readonly yTicks: readonly number[];
  readonly months: readonly CalendarMonth[];
};

/** Days and values of a chart on its frame, with round numbers and at most `xTicks` months named. */
export function chartScale(
  points: readonly ChartPoint[],
  frame: ChartFrame,
  ticks: { readonly x: number; readonly y: number },
): ChartScale {
  const days = points.map((point) => dayNumber(point.on));
  const values = points.map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spare = low === high ? Math.abs(low) || 1 : 0;
  const x = scaleLinear()
    .domain([Math.min(...days), Math.max(...days, Math.min(...days) + 1)])
    .range([frame.left, frame.width - frame.right]);
  const y = scaleLinear()
    .domain([low - spare, high + spare])
    .nice(ticks.y)
    .range([frame.height - frame.bottom, frame.top]);
  const sorted = points.map((point) => point.on).toSorted();
  return {
    x: (day) => x(dayNumber(day)),
    y: (value) => y(value),
    dayAt: (at) => x.invert(at),
    yTicks: y.ticks(ticks.y),
    months: monthTicks(sorted[0], sorted.at(-1), ticks.x),
  };
}

/** Firsts of months that fall within, evenly spaced on months that people count by. */
export function monthTicks(
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
  most: number,
): readonly CalendarMonth[] {
  if (from === undefined || to === undefined) return [];
  const all: CalendarMonth[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1)) {
    if (monthStart(month) >= from) all.push(month);
  }
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((size) => all.length / size <= most) ?? 240;
  return all.filter((month) => indexOfMonth(month) % step === 0);
}

/** The point nearest to a day, for what is pointed at. */
export function nearestPoint(points: readonly ChartPoint[], day: number): number {
  let nearest = 0;
  points.forEach((point, index) => {
    const best = points[nearest];
    if (best && Math.abs(dayNumber(point.on) - day) < Math.abs(dayNumber(best.on) - day)) {
      nearest = index;
    }
  });
  return nearest;
}

/** Labels at one edge, moved apart so that each has its room, in the order of their places. */
export function spreadLabels(places: readonly number[], room: number): readonly number[] {
  const order = places
    .map((place, index) => ({ place, index }))
    .toSorted((a, b) => a.place - b.place);
  const moved = [...places];
  let last = Number.NEGATIVE_INFINITY;
  for (const { place, index } of order) {
    const at = Math.max(place, last + room);
    moved[index] = at;
    last = at;
  }
  return moved;
}

function indexOfMonth(month: CalendarMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

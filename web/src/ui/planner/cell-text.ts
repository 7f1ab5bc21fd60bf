import { formatEffortShort } from '../format/effort.ts';
import { formatNumber } from '../format/number.ts';
import type { CellLoad } from './lane-load.ts';
import type { CellNumber } from './planner-drawing.ts';

/** Narrower than this a cell has no room for a number, in pixels. */
const leastForText = 24;
const leastForWord = 44;

/**
 * What stands in a cell. Too much is always said as what is too much, with a plus: the one number that
 * has to be seen.
 */
export function cellText(load: CellLoad, number: CellNumber, width: number): string {
  if (width < leastForText) return load.level === 'over' ? '+' : '';
  if (load.level === 'over') return `+${shortHours(load.over, width)}`;
  if (load.level === 'none') return awayText(load, width);
  if (number === 'share') return `${Math.round((load.allocated / load.capacity) * 100)}%`;
  return shortHours(number === 'free' ? load.free : load.allocated, width);
}

function awayText({ leaveDays, holidayDays }: CellLoad, width: number): string {
  const word = leaveDays >= holidayDays ? 'Leave' : 'Holiday';
  return width < leastForWord + (word === 'Holiday' ? 8 : 0) ? word.slice(0, 1) : word;
}

/** To the minute where there is room, else to the hour. */
function shortHours(minutes: number, width: number): string {
  const whole = Math.round(minutes);
  return width < 34 || whole >= 6_000
    ? formatNumber(Math.round(whole / 60))
    : formatEffortShort(whole);
}

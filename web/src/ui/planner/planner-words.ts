import { dateFromDayNumber } from '@evenkeel/core/calendar-date';
import { formatDate, formatDayMonth, formatMonth } from '../format/date.ts';
import { formatEffort } from '../format/effort.ts';
import { formatPercent } from '../format/number.ts';
import { type CellLoad, type LaneLoad, loadBetween } from './lane-load.ts';
import { cellAt, type PlannerGrain, type Stretch } from './planner-grain.ts';
import type { PlannerBar, PlannerEdit, PlannerEffort } from './planner-types.ts';

/** `6 h a day` or `50%`. */
export function effortText(effort: PlannerEffort): string {
  return effort.by === 'day'
    ? `${formatEffort(effort.minutesPerDay)} a day`
    : formatPercent(effort.basisPoints);
}

/** Days as people say them: `9 Nov`, `9 – 20 Nov 2026`. */
export function daysText(from: number, to: number): string {
  const [first, last] = [dateFromDayNumber(from), dateFromDayNumber(to)];
  return from === to ? formatDate(last) : `${formatDayMonth(first)} – ${formatDate(last)}`;
}

/** What some days are called: a day, a week, a month, or from when to when. */
export function stretchText({ from, to }: Stretch, grain: PlannerGrain): string {
  const cell = cellAt(grain, from);
  if (grain === 'month' && cell.from === from && cell.to === to) {
    return formatMonth(dateFromDayNumber(from).slice(0, 7) as Parameters<typeof formatMonth>[0]);
  }
  const isWeek = cellAt('week', from).from === from && to === from + 6;
  return isWeek ? `Week of ${formatDayMonth(dateFromDayNumber(from))}` : daysText(from, to);
}

/** A bar in a sentence. */
export function barText(bar: PlannerBar): string {
  const words = [
    bar.work.name,
    daysText(bar.start, bar.end),
    effortText(bar.effort),
    bar.certainty === 'tentative' ? 'tentative' : '',
  ];
  return words.filter(Boolean).join(', ');
}

/** How full some days are, in a sentence. */
export function loadText(cell: CellLoad): string {
  const words = [
    cell.capacity === 0 && cell.allocated === 0
      ? 'no working time'
      : `${formatEffort(cell.allocated)} of ${formatEffort(cell.capacity)} allocated`,
    cell.tentative > 0 ? `${formatEffort(cell.tentative)} of it tentative` : '',
    cell.level === 'over' ? `${formatEffort(cell.over)} too much` : '',
    cell.level !== 'over' && cell.overDays > 0 ? `too much on ${dayCount(cell.overDays)}` : '',
    cell.leaveDays > 0 ? `${dayCount(cell.leaveDays)} of leave` : '',
    cell.holidayDays > 0 ? `${dayCount(cell.holidayDays)} of public holiday` : '',
  ];
  return words.filter(Boolean).join(', ');
}

type DraftWordsInput = {
  readonly edit: PlannerEdit;
  readonly bar: PlannerBar | undefined;
  readonly laneName: (id: string) => string;
  readonly after: (laneId: string) => LaneLoad;
};

/** An edit under way and what it leads to, for the line below and for those who hear it. */
export function draftWords(input: DraftWordsInput): {
  what: string;
  follows: string;
  isBad: boolean;
} {
  const { edit, bar, laneName } = input;
  if (!bar) return { what: '', follows: '', isBad: false };
  if (edit.kind === 'split') {
    const second = daysText(edit.at, bar.end);
    return {
      what: `${bar.work.name}: ${daysText(bar.start, edit.at - 1)}`,
      follows: `and ${second}`,
      isBad: false,
    };
  }
  if (edit.kind === 'certainty') {
    return { what: `${bar.work.name} becomes ${edit.certainty}`, follows: '', isBad: false };
  }
  if (edit.kind === 'remove')
    return { what: `${bar.work.name} is removed`, follows: '', isBad: false };
  const who = edit.laneId === bar.laneId ? '' : `, ${laneName(edit.laneId)}`;
  const copy = edit.kind === 'copy' ? ' once more' : '';
  const over = overAfter(input, edit);
  return {
    what: `${bar.work.name}${copy}${who}: ${daysText(edit.start, edit.end)}`,
    follows: over > 0 ? `${formatEffort(over)} too much for ${laneName(edit.laneId)}` : 'fits',
    isBad: over > 0,
  };
}

/** Minutes beyond capacity on the days of a place, day by day. */
function overAfter(
  { after }: DraftWordsInput,
  { laneId, start, end }: { laneId: string; start: number; end: number },
): number {
  const load = after(laneId);
  let over = 0;
  for (let day = start; day <= end; day += 1) over += loadBetween(load, day, day).over;
  return over;
}

function dayCount(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

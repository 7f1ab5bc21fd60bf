import type { PlannerView } from '@evenkeel/contract/allocations';
import { dayNumber } from '@evenkeel/core/calendar-date';
import { entryOf } from '@evenkeel/core/grouping';
import { mondayOf } from '../../ui/gantt/gantt-scale.ts';
import { minutesOn } from '../../ui/planner/lane-load.ts';
import type { PlannerBar, PlannerLane } from '../../ui/planner/planner-types.ts';
import { personOfLane } from './lanes.ts';

type Days = { readonly from: number; readonly to: number };

/** Minutes allocated, asked for by tasks, and logged, of one project (U12). */
export type ThreeNumbers = {
  readonly allocated: number;
  readonly estimated: number;
  readonly logged: number;
};

/** The three numbers of one project. */
export type WorkNumbers = ThreeNumbers & { readonly projectId: string };

/** What tasks ask and what was logged, by person. */
export type WorkIndex = ReadonlyMap<string, PlannerView['work']>;

export function workIndex(view: PlannerView): WorkIndex {
  const index = new Map<string, PlannerView['work'][number][]>();
  for (const row of view.work) {
    if (row.personId !== null) entryOf(index, row.personId, () => []).push(row);
  }
  return index;
}

type NumbersInput = {
  readonly lane: PlannerLane;
  readonly bars: readonly PlannerBar[];
  readonly index: WorkIndex;
  readonly days: Days;
};

/** The three numbers of a lane on some days by project, the most first; tasks and time by whole weeks. */
export function numbersByWork({ lane, bars, index, days }: NumbersInput): WorkNumbers[] {
  const found = new Map<string, { allocated: number; estimated: number; logged: number }>();
  const of = (id: string) => entryOf(found, id, () => ({ allocated: 0, estimated: 0, logged: 0 }));
  for (const bar of bars) {
    const from = Math.max(bar.start, days.from);
    const to = Math.min(bar.end, days.to);
    for (let day = from; day <= to; day += 1) {
      of(bar.work.id).allocated += minutesOn(bar.effort, lane.capacityOn(day));
    }
  }
  const weeks = wholeWeeks(days);
  for (const row of index.get(personOfLane(lane.id) ?? '') ?? []) {
    const week = dayNumber(row.weekOn);
    if (week < weeks.from || week > weeks.to) continue;
    const numbers = of(row.projectId);
    numbers.estimated += row.estimatedMinutes;
    numbers.logged += row.loggedMinutes;
  }
  return [...found]
    .map(([projectId, numbers]) => ({ projectId, ...numbers }))
    .filter(({ allocated, estimated, logged }) => allocated + estimated + logged > 0)
    .toSorted((a, b) => b.allocated - a.allocated || b.estimated - a.estimated);
}

/** The sums of the three. */
export function summed(rows: readonly ThreeNumbers[]): ThreeNumbers {
  const sum = (pick: (row: ThreeNumbers) => number) =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    allocated: sum(({ allocated }) => allocated),
    estimated: sum(({ estimated }) => estimated),
    logged: sum(({ logged }) => logged),
  };
}

/** The weeks that some days lie in: tasks and time are known by the week. */
export function wholeWeeks({ from, to }: Days): Days {
  return { from: mondayOf(from), to: mondayOf(to) + 6 };
}

/** Whether some days are whole weeks. */
export function areWholeWeeks(days: Days): boolean {
  const weeks = wholeWeeks(days);
  return weeks.from === days.from && weeks.to === days.to;
}

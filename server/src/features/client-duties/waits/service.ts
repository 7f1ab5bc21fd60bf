import { addDays, type CalendarDate, dayNumber } from '@evenkeel/core/calendar-date';
import { changeHolder } from '@evenkeel/core/change-requests/change-request';
import { deliverableHolder } from '@evenkeel/core/deliverables/deliverable';
import { groupedBy } from '@evenkeel/core/grouping';
import type { AccountId, CalendarId, ProjectId, TaskId } from '@evenkeel/core/id';
import { calendarBook } from '@evenkeel/core/projects/schedule-calendars';
import { workBetween } from '@evenkeel/core/schedule/work-clock';
import { dutyHolder } from '@evenkeel/core/waits/duty';
import {
  addSplits,
  type Handover,
  heldMinutes,
  holderNow,
  noWait,
  splitOf,
  stretchesAfter,
  stretchesOf,
  type WaitSide,
  type WaitSplit,
  type WaitStretch,
  type WorkingTime,
} from '@evenkeel/core/waits/wait-clock';
import { heldByDay } from '@evenkeel/core/waits/waiting-cost';
import { minuteAtWall, minuteOf, wallMinute } from '../../../platform/clock.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listPlanCalendars } from '../../calendars/service.ts';
import * as repository from './repository.ts';

/** What is waited for, how its time is split, and the stretches behind the figures. */
export type FoundWait = {
  readonly kind: 'client-duty' | 'deliverable' | 'change-request';
  readonly row: repository.WaitRecord;
  readonly holder: WaitSide | null;
  readonly split: WaitSplit;
  /** The part after the day that was agreed. */
  readonly late: WaitSplit;
  /** Working minutes after the agreed day by who held the ball. */
  readonly heldLate: Readonly<Record<WaitSide, number>>;
  /** The part of the stretches after the agreed day. */
  readonly lateStretches: readonly WaitStretch[];
  /** Minutes since 1970, UTC. */
  readonly stretches: readonly WaitStretch[];
};

/** The two-sided clock: all waits and their sums, in minutes of working time (B15). */
export type ClientWaits = {
  readonly waits: readonly FoundWait[];
  readonly total: WaitSplit;
  readonly late: WaitSplit;
  /** Working minutes of a usual day. */
  readonly dayMinutes: number;
};

/** Who waited for whom on one project; `late` is what delay notices and the margin view ask for. */
export function clientWaits(scope: Scope, projectId: ProjectId): Promise<ClientWaits> {
  return readWaits(scope, { projectId });
}

/** Who held the ball after the agreed day, of each task on the client's side of a project (B15). */
export async function heldLate(
  scope: Scope,
  projectId: ProjectId,
): Promise<ReadonlyMap<TaskId, FoundWait['heldLate']>> {
  const { waits } = await readWaits(scope, { projectId });
  return new Map(
    waits.flatMap(({ row, heldLate: held }) => (row.task_id ? [[row.task_id, held] as const] : [])),
  );
}

/** Working minutes after the agreed days of a project, by day (`dayNumber`) and who held the ball. */
export async function lateByDay(
  scope: Scope,
  projectId: ProjectId,
): Promise<{
  readonly late: ReadonlyMap<number, FoundWait['heldLate']>;
  readonly dayMinutes: number;
}> {
  const { waits, dayMinutes } = await readWaits(scope, { projectId });
  const { timeZone } = scope.actor;
  const clock = await clockOf(scope);
  const late = heldByDay(
    waits.flatMap(({ lateStretches }) => lateStretches),
    {
      working: clock.working(waits[0]?.row.calendar_id ?? null),
      dayOf: (minute) => Math.floor(wallMinute(timeZone, minute) / 1440),
      endOf: (day) => minuteAtWall(timeZone, (day + 1) * 1440),
    },
  );
  return { late, dayMinutes };
}

/** The same over all projects of an account. */
export function accountWaits(scope: Scope, accountId: AccountId): Promise<ClientWaits> {
  return readWaits(scope, { accountId });
}

export async function readWaits(
  scope: Scope,
  where: { readonly projectId?: ProjectId | undefined; readonly accountId?: AccountId | undefined },
): Promise<ClientWaits> {
  const duties = await repository.listDutyWaits(scope, where);
  const deliverables = await repository.listDeliverableWaits(scope, where);
  const changes = await repository.listChangeWaits(scope, where);
  const clock = await clockOf(scope);
  const waits = [
    ...(await waitsOf(scope, duties, { kind: 'client-duty', holders: dutyHolder, clock })),
    ...(await waitsOf(scope, deliverables, {
      kind: 'deliverable',
      holders: deliverableHolder,
      clock,
    })),
    ...(await waitsOf(scope, changes, { kind: 'change-request', holders: changeHolder, clock })),
  ].filter(({ split }) => split.elapsed > 0);
  return {
    waits,
    total: waits.reduce((sum, { split }) => addSplits(sum, split), noWait),
    late: waits.reduce((sum, { late }) => addSplits(sum, late), noWait),
    dayMinutes: clock.dayMinutes,
  };
}

type Clock = {
  readonly working: (calendarId: CalendarId | null) => WorkingTime;
  /** The minute at which a day ends here. */
  readonly endOf: (day: CalendarDate) => number;
  readonly dayMinutes: number;
};

async function clockOf(scope: Scope): Promise<Clock> {
  const { timeZone } = scope.actor;
  const calendars = await listPlanCalendars(scope);
  const book = calendarBook({ calendars });
  const week = (calendars.find(({ isDefault }) => isDefault) ?? calendars[0])?.week ?? [];
  const days = week.map((hours) => hours.reduce((sum, { from, to }) => sum + to - from, 0));
  return {
    working: (calendarId) => {
      const clock = book.clock(calendarId ?? book.defaultId);
      return (from, to) => workBetween(clock, wallMinute(timeZone, from), wallMinute(timeZone, to));
    },
    endOf: (day) => minuteAtWall(timeZone, dayNumber(addDays(day, 1)) * 1440),
    dayMinutes: Math.max(...days, 0) || 480,
  };
}

async function waitsOf<Kind extends FoundWait['kind']>(
  scope: Scope,
  rows: readonly repository.WaitRecord[],
  {
    kind,
    holders,
    clock,
  }: {
    readonly kind: Kind;
    readonly holders: Readonly<Record<string, WaitSide | 'over'>>;
    readonly clock: Clock;
  },
): Promise<FoundWait[]> {
  const ids = rows.map(({ id }) => id);
  const states = await repository.listStates(scope, kind.replace('-', '_'), ids);
  const byRow = groupedBy(states, (state) => state.subject_id);
  return rows.map((row) => {
    const handovers: Handover[] = (byRow.get(row.id) ?? []).map(({ state, at }) => ({
      at: minuteOf(at),
      holder: holders[state] ?? 'over',
    }));
    const working = clock.working(row.calendar_id);
    const stretches = stretchesOf(handovers, minuteOf(scope.now), working);
    const late =
      row.due_on === null ? [] : stretchesAfter(stretches, clock.endOf(row.due_on), working);
    return {
      kind,
      row,
      holder: holderNow(handovers),
      split: splitOf(stretches),
      late: splitOf(late),
      heldLate: heldMinutes(late, working),
      lateStretches: late,
      stretches,
    };
  });
}

import type { CalendarDate } from '../calendar-date.ts';
import type { RoleId, TaskId } from '../id.ts';
import { costOfMinutes } from '../money.ts';
import type { WaitSide } from '../waits/wait-clock.ts';

/**
 * Where a change request stands. `requested`: ours to work out; `sent`: with its effect before the
 * client; `refused` by us, `declined` by the client, `withdrawn` by who asked.
 */
export const changeStates = [
  'requested',
  'sent',
  'accepted',
  'declined',
  'refused',
  'withdrawn',
] as const;
export type ChangeState = (typeof changeStates)[number];

/** Who holds the ball in each state (B15). */
export const changeHolder: Readonly<Record<ChangeState, WaitSide | 'over'>> = {
  requested: 'ours',
  sent: 'theirs',
  accepted: 'over',
  declined: 'over',
  refused: 'over',
  withdrawn: 'over',
};

/** A piece of work that the change adds; what waits for it moves. */
export type ChangeWork = {
  readonly name: string;
  readonly roleId: RoleId | null;
  readonly estimateMinutes: number;
  /** It can begin once this is done. */
  readonly afterId: TaskId | null;
  /** This waits for it. */
  readonly beforeId: TaskId | null;
};

/** Where a milestone lies without the change and with it. */
export type MilestoneMove = {
  readonly id: TaskId;
  readonly name: string;
  readonly before: CalendarDate | null;
  readonly after: CalendarDate | null;
};

/** What a change does to dates, hours and price; amounts in minor units. */
export type ChangeEffect = {
  readonly minutes: number;
  /** By the rate card, or as somebody set it; null where a rate is missing. */
  readonly price: number | null;
  readonly endBefore: CalendarDate | null;
  readonly endAfter: CalendarDate | null;
  /** Milestones that move. */
  readonly milestones: readonly MilestoneMove[];
};

/**
 * The price of added work: minutes × bill rate of the role, rounded line by line as quotes are. Null
 * when a piece names no role or its role has no rate.
 * @param rates bill rates per hour in minor units.
 */
export function priceOfWork(
  work: readonly ChangeWork[],
  rates: ReadonlyMap<RoleId, number>,
): number | null {
  let sum = 0;
  for (const { roleId, estimateMinutes } of work) {
    const rate = roleId === null ? undefined : rates.get(roleId);
    if (rate === undefined) return null;
    sum += costOfMinutes(estimateMinutes, rate);
  }
  return sum;
}

/** When the tasks of a plan lie where: their last day, and each milestone's. */
export type PlanDates = {
  readonly endOn: CalendarDate | null;
  readonly milestones: readonly {
    readonly id: TaskId;
    readonly name: string;
    readonly dueOn: CalendarDate | null;
  }[];
};

/** What a change does, from where the plan lies without it and with it. */
export function effectOf(
  before: PlanDates,
  after: PlanDates,
  { minutes, price }: Pick<ChangeEffect, 'minutes' | 'price'>,
): ChangeEffect {
  const dueBefore = new Map(before.milestones.map(({ id, dueOn }) => [id, dueOn]));
  return {
    minutes,
    price,
    endBefore: before.endOn,
    endAfter: after.endOn,
    milestones: after.milestones.flatMap(({ id, name, dueOn }) => {
      const was = dueBefore.get(id) ?? null;
      return was === dueOn ? [] : [{ id, name, before: was, after: dueOn }];
    }),
  };
}

/**
 * What is not as it was shown, in words; empty when everything is. A change is applied only then.
 * @example differences(shown, now) // ['Launch would now be on 2027-03-05, not 2027-03-01']
 */
export function differences(shown: ChangeEffect, now: ChangeEffect): string[] {
  const found: string[] = [];
  const day = (date: CalendarDate | null) => date ?? 'no day';
  if (shown.price !== now.price) found.push('The price by the rate card is another now');
  if (shown.minutes !== now.minutes) found.push('The hours are others now');
  if (shown.endBefore !== now.endBefore || shown.endAfter !== now.endAfter) {
    found.push(
      `The project would now end on ${day(now.endAfter)}, without the change on ${day(now.endBefore)}; shown were ${day(shown.endAfter)} and ${day(shown.endBefore)}`,
    );
  }
  const names = new Map([...shown.milestones, ...now.milestones].map((one) => [one.id, one.name]));
  const movesOf = (effect: ChangeEffect) => new Map(effect.milestones.map((one) => [one.id, one]));
  const [was, is] = [movesOf(shown), movesOf(now)];
  for (const [id, name] of names) {
    const [a, b] = [was.get(id), is.get(id)];
    if (a?.after === b?.after && a?.before === b?.before) continue;
    found.push(
      b
        ? `${name} would now be on ${day(b.after)} instead of ${day(b.before)}`
        : `${name} would no longer move`,
    );
  }
  return found;
}
